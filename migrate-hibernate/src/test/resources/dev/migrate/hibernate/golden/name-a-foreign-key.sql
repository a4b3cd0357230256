-- migrate:upgrade
ALTER TABLE student RENAME CONSTRAINT student_course_id_fkey TO in_course;

-- migrate:downgrade
ALTER TABLE student RENAME CONSTRAINT in_course TO student_course_id_fkey;

-- migrate:mapping
-- constraint student.in_course: Student.course
