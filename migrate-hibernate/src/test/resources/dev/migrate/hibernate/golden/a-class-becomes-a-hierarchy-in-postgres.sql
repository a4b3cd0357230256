-- migrate:upgrade
ALTER TABLE person ADD COLUMN dtype VARCHAR(31);
UPDATE person SET dtype = 'Person';
ALTER TABLE person ALTER COLUMN dtype SET NOT NULL;
ALTER TABLE person ADD COLUMN subject VARCHAR(255);
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Teacher'));

-- migrate:downgrade
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
ALTER TABLE person DROP COLUMN subject;
ALTER TABLE person DROP COLUMN dtype;

-- migrate:mapping
-- column person.dtype: Person.class
-- column person.subject: Teacher.subject
-- constraint person.person_dtype_check: Person.class
