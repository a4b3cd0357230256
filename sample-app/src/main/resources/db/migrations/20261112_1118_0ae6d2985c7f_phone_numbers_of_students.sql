-- phone numbers of students
--
-- revision: 0ae6d2985c7f
-- revises: e50b93c7d8a1
-- branch-labels: contacts
-- created: 2026-11-12T11:18:30Z

-- migrate:upgrade
ALTER TABLE students ADD COLUMN phone VARCHAR(40);

-- migrate:downgrade
ALTER TABLE students DROP COLUMN phone;

-- migrate:mapping
-- column students.phone: Student.phone
