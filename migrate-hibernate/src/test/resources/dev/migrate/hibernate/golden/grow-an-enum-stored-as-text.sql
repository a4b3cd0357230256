-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level IN ('LOW', 'MIDDLE', 'HIGH'));

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level IN ('LOW', 'HIGH'));
