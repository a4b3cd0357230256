-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(255);

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(25500);
