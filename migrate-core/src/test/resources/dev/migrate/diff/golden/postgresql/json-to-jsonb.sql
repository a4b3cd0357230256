-- migrate:upgrade
ALTER TABLE t ALTER COLUMN data TYPE JSONB USING data::JSONB;

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN data TYPE JSON USING data::JSON;
