-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student DROP CONSTRAINT student_reached_check;
CREATE TYPE level AS ENUM ('HIGH', 'LOW');
CREATE CAST (character varying AS level) WITH INOUT AS IMPLICIT;
CREATE CAST (level AS character varying) WITH INOUT AS IMPLICIT;
ALTER TABLE student
    ALTER COLUMN level TYPE level USING (CASE level WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END)::level,
    ALTER COLUMN reached DROP DEFAULT,
    ALTER COLUMN reached TYPE level USING (CASE reached WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END)::level,
    ALTER COLUMN reached SET DEFAULT 'HIGH';

-- migrate:downgrade
ALTER TABLE student
    ALTER COLUMN reached DROP DEFAULT,
    ALTER COLUMN reached TYPE SMALLINT USING CASE reached WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END,
    ALTER COLUMN reached SET DEFAULT 1,
    ALTER COLUMN level TYPE SMALLINT USING CASE level WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END;
DROP CAST (level AS character varying);
DROP CAST (character varying AS level);
DROP TYPE level;
ALTER TABLE student ADD CONSTRAINT student_reached_check CHECK (reached >= 0 AND reached <= 1);
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level >= 0 AND level <= 1);

-- migrate:mapping
-- type level: Student.level
