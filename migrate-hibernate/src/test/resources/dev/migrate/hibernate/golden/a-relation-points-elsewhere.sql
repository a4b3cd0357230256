-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_target_id_fkey;
ALTER TABLE student ADD CONSTRAINT student_target_id_fkey FOREIGN KEY (target_id) REFERENCES room (id);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_target_id_fkey;
ALTER TABLE student ADD CONSTRAINT student_target_id_fkey FOREIGN KEY (target_id) REFERENCES course (id);
