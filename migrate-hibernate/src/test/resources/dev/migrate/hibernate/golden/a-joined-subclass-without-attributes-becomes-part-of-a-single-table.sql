-- migrate:upgrade
ALTER TABLE person ADD COLUMN dtype VARCHAR(31);
UPDATE person SET dtype = 'Person';
ALTER TABLE person ALTER COLUMN dtype SET NOT NULL;
ALTER TABLE person
    ADD COLUMN grade INTEGER,
    ADD COLUMN tutor_id BIGINT;
UPDATE person SET (grade, tutor_id) = (SELECT student.grade, student.tutor_id FROM student WHERE student.id = person.id);
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Student', 'Teacher'));
ALTER TABLE person ADD CONSTRAINT person_tutor_id_fkey FOREIGN KEY (tutor_id) REFERENCES person (id);
DROP TABLE student;
DROP TABLE teacher;

-- migrate:downgrade
CREATE TABLE teacher (
    id BIGINT PRIMARY KEY REFERENCES person (id)
);
INSERT INTO teacher (id) SELECT id FROM person WHERE dtype IN ('Teacher');
CREATE TABLE student (
    id BIGINT PRIMARY KEY REFERENCES person (id),
    grade INTEGER,
    tutor_id BIGINT REFERENCES teacher (id)
);
INSERT INTO student (id, grade, tutor_id) SELECT id, grade, tutor_id FROM person WHERE dtype IN ('Student');
ALTER TABLE person DROP CONSTRAINT person_tutor_id_fkey;
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
ALTER TABLE person DROP COLUMN tutor_id;
ALTER TABLE person DROP COLUMN grade;
ALTER TABLE person DROP COLUMN dtype;

-- migrate:mapping
-- column person.dtype: Person.class
-- column person.grade: Student.grade
-- column person.tutor_id: Student.tutor
-- constraint person.person_dtype_check: Person.class
-- constraint person.person_tutor_id_fkey: Student.tutor
