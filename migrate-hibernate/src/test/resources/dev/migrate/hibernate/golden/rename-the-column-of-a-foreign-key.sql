-- migrate:upgrade
ALTER TABLE student RENAME COLUMN course_id TO taken_id;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN taken_id TO course_id;

-- migrate:mapping
-- column student.taken_id: Student.course
