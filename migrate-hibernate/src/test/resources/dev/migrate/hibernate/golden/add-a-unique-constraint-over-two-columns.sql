-- migrate:upgrade
ALTER TABLE students ADD CONSTRAINT students_a_b_key UNIQUE (a, b);

-- migrate:downgrade
ALTER TABLE students DROP CONSTRAINT students_a_b_key;

-- migrate:mapping
-- constraint students.students_a_b_key: Student
