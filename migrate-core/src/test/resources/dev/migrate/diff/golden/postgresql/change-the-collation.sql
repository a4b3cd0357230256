-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name TYPE TEXT COLLATE "C";

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN name TYPE TEXT;
