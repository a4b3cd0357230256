-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_email_key;

-- migrate:downgrade
ALTER TABLE student ADD CONSTRAINT student_email_key UNIQUE (email);
