-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(200);

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(100);
