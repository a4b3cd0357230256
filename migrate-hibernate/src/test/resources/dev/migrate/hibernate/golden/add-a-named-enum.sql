-- migrate:upgrade
CREATE TYPE level AS ENUM ('HIGH', 'LOW');
CREATE CAST (character varying AS level) WITH INOUT AS IMPLICIT;
CREATE CAST (level AS character varying) WITH INOUT AS IMPLICIT;
ALTER TABLE student ADD COLUMN level level;

-- migrate:downgrade
ALTER TABLE student DROP COLUMN level;
DROP CAST (level AS character varying);
DROP CAST (character varying AS level);
DROP TYPE level;

-- migrate:mapping
-- type level: Student.level
-- column student.level: Student.level
