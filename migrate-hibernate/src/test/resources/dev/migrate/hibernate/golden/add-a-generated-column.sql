-- migrate:upgrade
ALTER TABLE student ADD COLUMN b INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN b;

-- migrate:mapping
-- column student.b: Student.b
