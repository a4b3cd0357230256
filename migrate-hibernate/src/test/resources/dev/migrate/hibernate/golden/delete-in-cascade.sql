-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_fkey;
ALTER TABLE student ADD CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE;

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_fkey;
ALTER TABLE student ADD CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
