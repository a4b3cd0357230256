-- migrate:upgrade
ALTER TABLE student ALTER COLUMN age DROP NOT NULL;

-- migrate:downgrade
UPDATE student SET age = 0 WHERE age IS NULL;
ALTER TABLE student ALTER COLUMN age SET NOT NULL;
