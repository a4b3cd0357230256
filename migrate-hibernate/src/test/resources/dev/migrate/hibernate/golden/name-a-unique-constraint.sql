-- migrate:upgrade
ALTER TABLE students RENAME CONSTRAINT students_a_b_key TO a_and_b;

-- migrate:downgrade
ALTER TABLE students RENAME CONSTRAINT a_and_b TO students_a_b_key;

-- migrate:mapping
-- constraint students.a_and_b: Student
