-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name DROP NOT NULL;

-- migrate:downgrade
UPDATE student SET name = '' WHERE name IS NULL;
ALTER TABLE student ALTER COLUMN name SET NOT NULL;
