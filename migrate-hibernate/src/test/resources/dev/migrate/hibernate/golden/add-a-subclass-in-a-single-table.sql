-- migrate:upgrade
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
ALTER TABLE person ADD COLUMN grade INTEGER;
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Pupil', 'Teacher'));

-- migrate:downgrade
ALTER TABLE person DROP CONSTRAINT person_dtype_check;
ALTER TABLE person DROP COLUMN grade;
ALTER TABLE person ADD CONSTRAINT person_dtype_check CHECK (dtype IN ('Person', 'Teacher'));

-- migrate:mapping
-- column person.grade: Pupil.grade
