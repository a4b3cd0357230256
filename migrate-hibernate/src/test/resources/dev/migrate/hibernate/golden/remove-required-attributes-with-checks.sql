-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_grade_check;
ALTER TABLE student DROP CONSTRAINT student_number_check;
ALTER TABLE student DROP CONSTRAINT student_state_check;
ALTER TABLE student DROP COLUMN state;
ALTER TABLE student DROP COLUMN number;
ALTER TABLE student DROP COLUMN grade;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN grade INTEGER;
UPDATE student SET grade = 3;
ALTER TABLE student ALTER COLUMN grade SET NOT NULL;
ALTER TABLE student ADD COLUMN number SMALLINT;
UPDATE student SET number = 0;
ALTER TABLE student ALTER COLUMN number SET NOT NULL;
ALTER TABLE student ADD COLUMN state VARCHAR(255);
UPDATE student SET state = 'NEW';
ALTER TABLE student ALTER COLUMN state SET NOT NULL;
ALTER TABLE student ADD CONSTRAINT student_state_check CHECK (state IN ('NEW', 'OLD'));
ALTER TABLE student ADD CONSTRAINT student_number_check CHECK (number >= 0 AND number <= 1);
ALTER TABLE student ADD CONSTRAINT student_grade_check CHECK (grade <= 9 AND grade >= 3);
