-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name DROP NOT NULL;

-- migrate:downgrade
UPDATE t SET name = '' WHERE name IS NULL;
ALTER TABLE t ALTER COLUMN name SET NOT NULL;
