-- migrate:upgrade
ALTER TABLE students DROP CONSTRAINT u;
ALTER TABLE students ADD CONSTRAINT u UNIQUE (a, b);

-- migrate:downgrade
ALTER TABLE students DROP CONSTRAINT u;
ALTER TABLE students ADD CONSTRAINT u UNIQUE (a);

-- migrate:mapping
-- constraint students.u: Student
