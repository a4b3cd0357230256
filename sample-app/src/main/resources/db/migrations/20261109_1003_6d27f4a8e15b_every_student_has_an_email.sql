-- every student has an email
--
-- revision: 6d27f4a8e15b
-- revises: b81e5d0c92f6
-- created: 2026-11-09T10:03:48Z

-- migrate:upgrade
ALTER TABLE students ADD COLUMN email VARCHAR(255);

-- Until the office has asked them all. The id keeps it unique.
UPDATE students SET email = 'student-' || id || '@school.example' WHERE email IS NULL;

ALTER TABLE students ALTER COLUMN email SET NOT NULL;

ALTER TABLE students ADD CONSTRAINT students_email_key UNIQUE (email);

-- migrate:downgrade
ALTER TABLE students DROP COLUMN email;

-- migrate:mapping
-- column students.email: Student.email
-- constraint students.students_email_key: Student.email
