-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_course_id_fkey;
ALTER TABLE student DROP COLUMN course_id;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN course_id BIGINT;
UPDATE student SET course_id = (SELECT id FROM course ORDER BY id LIMIT 1);
ALTER TABLE student ALTER COLUMN course_id SET NOT NULL;
ALTER TABLE student ADD CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
