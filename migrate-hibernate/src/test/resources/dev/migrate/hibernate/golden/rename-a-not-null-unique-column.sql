-- migrate:upgrade
ALTER TABLE student RENAME COLUMN email TO mail;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN mail TO email;

-- migrate:mapping
-- column student.mail: Student.email
