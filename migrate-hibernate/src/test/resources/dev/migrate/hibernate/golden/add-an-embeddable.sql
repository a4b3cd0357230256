-- migrate:upgrade
ALTER TABLE student
    ADD COLUMN street VARCHAR(255),
    ADD COLUMN zip VARCHAR(255);

-- migrate:downgrade
ALTER TABLE student DROP COLUMN zip;
ALTER TABLE student DROP COLUMN street;

-- migrate:mapping
-- column student.street: Student.address.street
-- column student.zip: Student.address.zip
