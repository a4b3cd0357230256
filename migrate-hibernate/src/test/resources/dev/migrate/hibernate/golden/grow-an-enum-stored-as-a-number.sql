-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level >= 0 AND level <= 2);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level >= 0 AND level <= 1);
