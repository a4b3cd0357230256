-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name TYPE VARCHAR(100);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN name TYPE VARCHAR(50);
