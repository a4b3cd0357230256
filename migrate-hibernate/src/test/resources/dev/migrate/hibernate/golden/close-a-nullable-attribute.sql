-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name SET NOT NULL;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN name DROP NOT NULL;
