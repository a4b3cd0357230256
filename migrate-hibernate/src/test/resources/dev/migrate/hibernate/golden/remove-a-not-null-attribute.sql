-- migrate:upgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN age INTEGER;
UPDATE student SET age = 0;
ALTER TABLE student ALTER COLUMN age SET NOT NULL;
