-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name SET DEFAULT 'x';

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN name DROP DEFAULT;
