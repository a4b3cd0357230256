-- migrate:upgrade
ALTER TYPE mood ADD VALUE 'a' BEFORE 'b';
ALTER TYPE mood ADD VALUE 'c' BEFORE 'd';
ALTER TYPE mood ADD VALUE 'e';

-- migrate:downgrade
DROP INDEX i;
ALTER TABLE t DROP CONSTRAINT t_mood_check;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('b', 'd');
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN mood SET DEFAULT 'b',
    ALTER COLUMN moods DROP DEFAULT,
    ALTER COLUMN moods TYPE mood[] USING moods::TEXT[]::mood[],
    ALTER COLUMN moods SET DEFAULT '{d}';
DROP TYPE mood_old;
ALTER TABLE t ADD CONSTRAINT t_mood_check CHECK (mood <> 'd'::mood);
CREATE INDEX i ON t (id) WHERE mood = 'b'::mood;
