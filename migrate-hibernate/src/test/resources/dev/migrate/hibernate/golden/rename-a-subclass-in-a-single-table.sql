-- migrate:upgrade
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
UPDATE person SET dtype = 'Professor' WHERE dtype = 'Teacher';
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Professor'));

-- migrate:downgrade
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
UPDATE person SET dtype = 'Teacher' WHERE dtype = 'Professor';
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Teacher'));

-- migrate:mapping
-- column person.subject: Professor.subject
