-- migrate:upgrade
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE VARCHAR(255),
    ALTER COLUMN mood SET DEFAULT 'a';
ALTER TABLE t ADD CONSTRAINT t_mood_check CHECK (mood IN ('a', 'b'));
DROP TYPE mood;

-- migrate:downgrade
CREATE TYPE mood AS ENUM ('a', 'b');
ALTER TABLE t DROP CONSTRAINT t_mood_check;
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::mood,
    ALTER COLUMN mood SET DEFAULT 'a';
