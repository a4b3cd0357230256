-- migrate:upgrade
ALTER TABLE student ADD CONSTRAINT student_email_key UNIQUE (email);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_email_key;

-- migrate:mapping
-- constraint student.student_email_key: Student.email
