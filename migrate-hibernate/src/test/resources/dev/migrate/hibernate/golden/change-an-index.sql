-- migrate:upgrade
DROP INDEX by_a;
CREATE INDEX by_a ON students (a, b);

-- migrate:downgrade
DROP INDEX by_a;
CREATE INDEX by_a ON students (a);

-- migrate:mapping
-- index students.by_a: Student
