-- migrate:upgrade
ALTER TABLE student
    ADD COLUMN zip VARCHAR(9),
    ADD COLUMN other_zip VARCHAR(255);

-- migrate:downgrade
ALTER TABLE student DROP COLUMN other_zip;
ALTER TABLE student DROP COLUMN zip;

-- migrate:mapping
-- column student.zip: Student.address.zip
-- column student.other_zip: Student.other.zip
