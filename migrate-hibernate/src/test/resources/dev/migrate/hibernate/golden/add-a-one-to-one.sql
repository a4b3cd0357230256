-- migrate:upgrade
ALTER TABLE student ADD COLUMN course_id BIGINT;
ALTER TABLE student ADD CONSTRAINT student_course_id_key UNIQUE (course_id);
ALTER TABLE student ADD CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_fkey;
ALTER TABLE student DROP CONSTRAINT student_course_id_key;
ALTER TABLE student DROP COLUMN course_id;

-- migrate:mapping
-- column student.course_id: Student.course
-- constraint student.student_course_id_key: Student.course
-- constraint student.student_course_id_fkey: Student.course
