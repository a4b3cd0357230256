-- migrate:upgrade
ALTER TABLE course RENAME COLUMN id TO course_key;
ALTER TABLE student RENAME COLUMN course_id TO course_course_key;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN course_course_key TO course_id;
ALTER TABLE course RENAME COLUMN course_key TO id;

-- migrate:mapping
-- column course.course_key: Course.id
-- column student.course_course_key: Student.course
