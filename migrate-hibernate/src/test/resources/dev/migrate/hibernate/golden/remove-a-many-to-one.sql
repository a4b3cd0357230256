-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_fkey;
ALTER TABLE student DROP COLUMN course_id;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN course_id BIGINT;
ALTER TABLE student ADD CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
