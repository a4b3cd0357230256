-- migrate:upgrade
ALTER TABLE student ADD COLUMN created TIMESTAMP(6) WITH TIME ZONE;
UPDATE student SET created = current_timestamp;
ALTER TABLE student ALTER COLUMN created SET NOT NULL;
ALTER TABLE student ADD COLUMN author VARCHAR(255);

-- migrate:downgrade
ALTER TABLE student DROP COLUMN author;
ALTER TABLE student DROP COLUMN created;

-- migrate:mapping
-- column student.created: Student.created
-- column student.author: Student.author
