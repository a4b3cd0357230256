-- migrate:upgrade
ALTER TABLE student ADD CONSTRAINT adult CHECK (age < 100);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT adult;

-- migrate:mapping
-- constraint student.adult: Student
