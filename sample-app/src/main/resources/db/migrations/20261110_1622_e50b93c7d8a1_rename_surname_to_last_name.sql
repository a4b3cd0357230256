-- rename surname to last_name
--
-- revision: e50b93c7d8a1
-- revises: 6d27f4a8e15b
-- created: 2026-11-10T16:22:15Z

-- migrate:upgrade
ALTER TABLE students RENAME COLUMN surname TO last_name;

-- migrate:downgrade
ALTER TABLE students RENAME COLUMN last_name TO surname;

-- migrate:mapping
-- column students.last_name: Student.lastName
