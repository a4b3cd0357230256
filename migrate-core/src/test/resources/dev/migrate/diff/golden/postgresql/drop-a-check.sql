-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_a_check;

-- migrate:downgrade
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a > 0);
