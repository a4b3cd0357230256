-- migrate:upgrade
ALTER TABLE student ADD COLUMN extra JSONB;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN extra;

-- migrate:mapping
-- column student.extra: Student.extra
