-- migrate:upgrade
DROP CAST (character varying AS level);
DROP CAST (level AS character varying);
ALTER TABLE student ALTER COLUMN level TYPE SMALLINT USING CASE level WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END;
ALTER TABLE student ADD CONSTRAINT student_level_check CHECK (level >= 0 AND level <= 1);
DROP TYPE level;

-- migrate:downgrade
CREATE TYPE level AS ENUM ('HIGH', 'LOW');
ALTER TABLE student DROP CONSTRAINT student_level_check;
ALTER TABLE student ALTER COLUMN level TYPE level USING (CASE level WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END)::level;
CREATE CAST (level AS character varying) WITH INOUT AS IMPLICIT;
CREATE CAST (character varying AS level) WITH INOUT AS IMPLICIT;

-- migrate:mapping
-- constraint student.student_level_check: Student.level
