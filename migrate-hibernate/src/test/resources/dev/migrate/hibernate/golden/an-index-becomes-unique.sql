-- migrate:upgrade
DROP INDEX by_a;
ALTER TABLE students ADD CONSTRAINT by_a UNIQUE (a);

-- migrate:downgrade
ALTER TABLE students DROP CONSTRAINT by_a;
CREATE INDEX by_a ON students (a);

-- migrate:mapping
-- constraint students.by_a: Student.a
