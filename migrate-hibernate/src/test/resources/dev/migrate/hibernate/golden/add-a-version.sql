-- migrate:upgrade
ALTER TABLE student ADD COLUMN version INTEGER;
UPDATE student SET version = 0;
ALTER TABLE student ALTER COLUMN version SET NOT NULL;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN version;

-- migrate:mapping
-- column student.version: Student.version
