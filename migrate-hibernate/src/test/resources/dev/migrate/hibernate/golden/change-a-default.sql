-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name SET DEFAULT 'y';

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN name SET DEFAULT 'x';
