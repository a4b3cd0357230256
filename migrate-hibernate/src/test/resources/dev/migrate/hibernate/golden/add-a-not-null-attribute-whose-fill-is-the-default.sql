-- migrate:upgrade
ALTER TABLE student ADD COLUMN age INTEGER DEFAULT 0 NOT NULL;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:mapping
-- column student.age: Student.age
