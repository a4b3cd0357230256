-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a < 10);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_a_check;
