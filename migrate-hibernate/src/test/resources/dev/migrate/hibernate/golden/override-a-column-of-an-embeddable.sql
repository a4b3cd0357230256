-- migrate:upgrade
ALTER TABLE student RENAME COLUMN zip TO post_code;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN post_code TO zip;

-- migrate:mapping
-- column student.post_code: Student.address.zip
