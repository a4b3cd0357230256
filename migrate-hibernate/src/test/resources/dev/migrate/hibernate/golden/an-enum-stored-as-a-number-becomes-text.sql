-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student DROP CONSTRAINT student_reached_check;
ALTER TABLE student_levels DROP CONSTRAINT student_levels_levels_check;
ALTER TABLE student
    ALTER COLUMN level TYPE VARCHAR(255) USING CASE level WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END,
    ALTER COLUMN reached DROP DEFAULT,
    ALTER COLUMN reached TYPE VARCHAR(255) USING CASE reached WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END,
    ALTER COLUMN reached SET DEFAULT 'HIGH';
ALTER TABLE student_levels ALTER COLUMN levels TYPE VARCHAR(255) USING CASE levels WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level IN ('LOW', 'HIGH'));
ALTER TABLE student ADD CONSTRAINT student_reached_check CHECK (reached IN ('LOW', 'HIGH'));
ALTER TABLE student_levels ADD CONSTRAINT student_levels_levels_check CHECK (levels IN ('LOW', 'HIGH'));

-- migrate:downgrade
ALTER TABLE student_levels DROP CONSTRAINT student_levels_levels_check;
ALTER TABLE student DROP CONSTRAINT student_reached_check;
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student_levels ALTER COLUMN levels TYPE SMALLINT USING CASE levels WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END;
ALTER TABLE student
    ALTER COLUMN reached DROP DEFAULT,
    ALTER COLUMN reached TYPE SMALLINT USING CASE reached WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END,
    ALTER COLUMN reached SET DEFAULT 1,
    ALTER COLUMN level TYPE SMALLINT USING CASE level WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END;
ALTER TABLE student_levels ADD CONSTRAINT student_levels_levels_check CHECK (levels >= 0 AND levels <= 1);
ALTER TABLE student ADD CONSTRAINT student_reached_check CHECK (reached >= 0 AND reached <= 1);
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level >= 0 AND level <= 1);
