-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_mood_check;
CREATE TYPE mood AS ENUM ('a', 'b');
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::mood,
    ALTER COLUMN mood SET DEFAULT 'a';

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE VARCHAR(255),
    ALTER COLUMN mood SET DEFAULT 'a';
DROP TYPE mood;
ALTER TABLE t ADD CONSTRAINT t_mood_check CHECK (mood IN ('a', 'b'));
