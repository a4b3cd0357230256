-- migrate:upgrade
ALTER TABLE student ADD COLUMN age INTEGER;
UPDATE student SET age = 7;
ALTER TABLE student ALTER COLUMN age SET NOT NULL;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:mapping
-- column student.age: Student.age
