-- migrate:upgrade
ALTER TABLE student ADD CONSTRAINT student_course_id_key UNIQUE (course_id);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_key;

-- migrate:mapping
-- constraint student.student_course_id_key: Student.course
