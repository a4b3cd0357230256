-- migrate:upgrade
ALTER TYPE mood ADD VALUE 'INDIFFERENT';

-- migrate:downgrade
DROP CAST (character varying AS mood);
DROP CAST (mood AS character varying);
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('BAD', 'GOOD');
ALTER TABLE student ALTER COLUMN mood TYPE mood USING mood::TEXT::mood;
DROP TYPE mood_old;
CREATE CAST (character varying AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS character varying) WITH INOUT AS IMPLICIT;
