-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_status_check;
ALTER TABLE t ALTER COLUMN status TYPE VARCHAR(255);
ALTER TABLE t ADD CONSTRAINT t_status_check CHECK (status IN ('A', 'B', 'C'));

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_status_check;
ALTER TABLE t ALTER COLUMN status TYPE SMALLINT USING status::SMALLINT;
ALTER TABLE t ADD CONSTRAINT t_status_check CHECK (status >= 0 AND status <= 2);
