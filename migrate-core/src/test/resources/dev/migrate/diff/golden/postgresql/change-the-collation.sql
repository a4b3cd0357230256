-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name TYPE TEXT COLLATE pg_catalog."C";

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN name TYPE TEXT;
