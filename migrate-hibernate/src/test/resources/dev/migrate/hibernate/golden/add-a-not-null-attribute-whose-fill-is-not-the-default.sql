-- migrate:upgrade
ALTER TABLE student ADD COLUMN age INTEGER;
UPDATE student SET age = 18;
ALTER TABLE student ALTER COLUMN age SET DEFAULT 0;
ALTER TABLE student ALTER COLUMN age SET NOT NULL;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN age;

-- migrate:mapping
-- column student.age: Student.age
