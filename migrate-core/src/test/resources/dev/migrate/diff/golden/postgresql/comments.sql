-- migrate:upgrade
COMMENT ON COLUMN t.a IS E'two
lines \\ and a backslash';
COMMENT ON COLUMN t.b IS NULL;
COMMENT ON CONSTRAINT t_pkey ON t IS 'key';
COMMENT ON TABLE t IS 'it''s a table';

-- migrate:downgrade
COMMENT ON TABLE t IS NULL;
COMMENT ON CONSTRAINT t_pkey ON t IS NULL;
COMMENT ON COLUMN t.b IS 'old';
COMMENT ON COLUMN t.a IS NULL;
