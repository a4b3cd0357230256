-- migrate:upgrade
ALTER TABLE student ALTER COLUMN name TYPE VARCHAR(100000);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN name TYPE VARCHAR(255);
