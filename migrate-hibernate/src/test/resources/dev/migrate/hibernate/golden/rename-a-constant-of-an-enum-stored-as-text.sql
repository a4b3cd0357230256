-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student DROP CONSTRAINT student_reached_check;
ALTER TABLE student_levels DROP CONSTRAINT student_levels_levels_check;
ALTER TABLE student ALTER COLUMN reached SET DEFAULT 'SMALL';
UPDATE student SET level = 'SMALL' WHERE level = 'LOW';
UPDATE student SET reached = 'SMALL' WHERE reached = 'LOW';
UPDATE student_levels SET levels = 'SMALL' WHERE levels = 'LOW';
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level IN ('SMALL', 'HIGH', 'TOP'));
ALTER TABLE student ADD CONSTRAINT student_reached_check CHECK (reached IN ('SMALL', 'HIGH', 'TOP'));
ALTER TABLE student_levels ADD CONSTRAINT student_levels_levels_check CHECK (levels IN ('SMALL', 'HIGH', 'TOP'));

-- migrate:downgrade
ALTER TABLE student_levels DROP CONSTRAINT student_levels_levels_check;
ALTER TABLE student DROP CONSTRAINT student_reached_check;
ALTER TABLE student DROP CONSTRAINT student_level_check;
UPDATE student_levels SET levels = 'LOW' WHERE levels = 'SMALL';
UPDATE student SET reached = 'LOW' WHERE reached = 'SMALL';
UPDATE student SET level = 'LOW' WHERE level = 'SMALL';
ALTER TABLE student ALTER COLUMN reached SET DEFAULT 'LOW';
ALTER TABLE student_levels ADD CONSTRAINT student_levels_levels_check CHECK (levels IN ('LOW', 'HIGH'));
ALTER TABLE student ADD CONSTRAINT student_reached_check CHECK (reached IN ('LOW', 'HIGH'));
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level IN ('LOW', 'HIGH'));
