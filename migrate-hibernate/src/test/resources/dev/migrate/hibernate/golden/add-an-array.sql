-- migrate:upgrade
ALTER TABLE student ADD COLUMN tags VARCHAR(255)[];

-- migrate:downgrade
ALTER TABLE student DROP COLUMN tags;

-- migrate:mapping
-- column student.tags: Student.tags
