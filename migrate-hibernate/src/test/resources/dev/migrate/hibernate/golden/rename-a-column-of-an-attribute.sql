-- migrate:upgrade
ALTER TABLE student RENAME COLUMN surname TO last_name;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN last_name TO surname;

-- migrate:mapping
-- column student.last_name: Student.surname
