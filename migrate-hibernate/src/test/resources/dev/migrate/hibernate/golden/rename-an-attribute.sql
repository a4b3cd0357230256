-- migrate:upgrade
ALTER TABLE student RENAME COLUMN surname TO lastname;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN lastname TO surname;

-- migrate:mapping
-- column student.lastname: Student.lastName
