-- migrate:upgrade
ALTER TABLE student RENAME COLUMN level TO grade;
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ALTER COLUMN grade TYPE VARCHAR(20);
UPDATE student SET grade = 'SMALL' WHERE grade = 'LOW';
ALTER TABLE student ADD CONSTRAINT student_grade_check CHECK (grade IN ('SMALL', 'HIGH'));

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_grade_check;
UPDATE student SET grade = 'LOW' WHERE grade = 'SMALL';
ALTER TABLE student ALTER COLUMN grade TYPE VARCHAR(255);
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (grade IN ('LOW', 'HIGH'));
ALTER TABLE student RENAME COLUMN grade TO level;

-- migrate:mapping
-- column student.grade: Student.level
-- constraint student.student_grade_check: Student.level
