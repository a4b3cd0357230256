-- migrate:upgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN age INTEGER;
