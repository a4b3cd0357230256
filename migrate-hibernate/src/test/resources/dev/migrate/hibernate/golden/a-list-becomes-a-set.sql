-- migrate:upgrade
ALTER TABLE student_course ADD CONSTRAINT student_course_pkey PRIMARY KEY (student_id, courses_id);

-- migrate:downgrade
ALTER TABLE student_course DROP CONSTRAINT student_course_pkey;

-- migrate:mapping
-- constraint student_course.student_course_pkey: Student.courses
