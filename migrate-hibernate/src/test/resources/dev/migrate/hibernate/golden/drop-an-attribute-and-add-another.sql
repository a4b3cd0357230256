-- migrate:upgrade
ALTER TABLE student ADD COLUMN lastname VARCHAR(255);
ALTER TABLE student DROP COLUMN surname;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN surname VARCHAR(255);
ALTER TABLE student DROP COLUMN lastname;

-- migrate:mapping
-- column student.lastname: Student.lastName
