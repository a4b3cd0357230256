-- migrate:upgrade
ALTER TABLE student ADD COLUMN age INTEGER;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:mapping
-- column student.age: Student.age
