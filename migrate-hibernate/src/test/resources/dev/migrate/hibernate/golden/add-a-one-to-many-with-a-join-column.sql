-- migrate:upgrade
ALTER TABLE course ADD COLUMN student_id BIGINT;
ALTER TABLE course ADD CONSTRAINT course_student_id_fkey FOREIGN KEY (student_id) REFERENCES student (id);

-- migrate:downgrade
ALTER TABLE course DROP CONSTRAINT course_student_id_fkey;
ALTER TABLE course DROP COLUMN student_id;

-- migrate:mapping
-- column course.student_id: Student.courses
-- constraint course.course_student_id_fkey: Student.courses
