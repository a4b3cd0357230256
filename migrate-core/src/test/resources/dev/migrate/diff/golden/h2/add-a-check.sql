-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a > 0);
ALTER TABLE t ADD CONSTRAINT t_check CHECK (a < b);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_check;
ALTER TABLE t DROP CONSTRAINT t_a_check;
