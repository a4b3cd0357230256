-- migrate:upgrade
ALTER TABLE person ADD COLUMN dtype VARCHAR(31);
UPDATE person SET dtype = 'P';
ALTER TABLE person ALTER COLUMN dtype SET NOT NULL;
ALTER TABLE person ADD COLUMN subject VARCHAR(255);
UPDATE person SET subject = (SELECT teacher.subject FROM teacher WHERE teacher.id = person.id);
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('P', 'T'));
DROP TABLE teacher;

-- migrate:downgrade
CREATE TABLE teacher (
    id BIGINT PRIMARY KEY REFERENCES person (id),
    subject VARCHAR(255)
);
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
ALTER TABLE person DROP COLUMN subject;
ALTER TABLE person DROP COLUMN dtype;

-- migrate:mapping
-- column person.dtype: Person.class
-- column person.subject: Teacher.subject
-- constraint person.person_dtype_check: Person.class
