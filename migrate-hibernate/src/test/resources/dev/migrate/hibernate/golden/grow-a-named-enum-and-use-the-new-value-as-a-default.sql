-- migrate:upgrade transaction=false
ALTER TYPE level ADD VALUE 'MIDDLE';
ALTER TABLE student ALTER COLUMN level SET DEFAULT 'MIDDLE';

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN level DROP DEFAULT;
DROP CAST (character varying AS level);
DROP CAST (level AS character varying);
ALTER TYPE level RENAME TO level_old;
CREATE TYPE level AS ENUM ('HIGH', 'LOW');
ALTER TABLE student ALTER COLUMN level TYPE level USING level::TEXT::level;
DROP TYPE level_old;
CREATE CAST (character varying AS level) WITH INOUT AS IMPLICIT;
CREATE CAST (level AS character varying) WITH INOUT AS IMPLICIT;
