-- find students by last name
--
-- revision: 28d9b0f56ec3
-- revises: c7f1386be04d
-- created: 2026-11-17T08:05:44Z

-- migrate:upgrade transaction=false
-- Built beside the traffic, without locking out writers; that can't be done in a transaction.
CREATE INDEX CONCURRENTLY students_last_name_idx ON students (last_name);

-- migrate:downgrade transaction=false
DROP INDEX CONCURRENTLY students_last_name_idx;

-- migrate:mapping
-- index students.students_last_name_idx: Student.lastName
