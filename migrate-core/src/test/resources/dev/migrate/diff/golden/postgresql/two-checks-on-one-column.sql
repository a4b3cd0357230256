-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_a_check1 CHECK (a < 10);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_a_check1;
