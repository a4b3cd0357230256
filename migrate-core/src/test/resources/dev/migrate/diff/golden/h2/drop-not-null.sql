-- migrate:upgrade
ALTER TABLE t ALTER COLUMN name DROP NOT NULL;

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN name SET NOT NULL;
