-- migrate:upgrade
CREATE INDEX students_a_b_idx ON students (a, b DESC);

-- migrate:downgrade
DROP INDEX students_a_b_idx;

-- migrate:mapping
-- index students.students_a_b_idx: Student
