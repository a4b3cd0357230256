-- migrate:upgrade
DROP CAST (character varying AS level);
DROP CAST (level AS character varying);
ALTER TABLE student DROP COLUMN level;
DROP TYPE level;

-- migrate:downgrade
CREATE TYPE level AS ENUM ('HIGH', 'LOW');
ALTER TABLE student ADD COLUMN level level;
CREATE CAST (level AS character varying) WITH INOUT AS IMPLICIT;
CREATE CAST (character varying AS level) WITH INOUT AS IMPLICIT;
