-- migrate:upgrade
ALTER TABLE t ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('b', 'a');
ALTER TABLE t
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN moods TYPE mood[] USING moods::TEXT[]::mood[];
ALTER TABLE u
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN mood SET DEFAULT 'a';
DROP TYPE mood_old;
ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'b';

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
ALTER TABLE t
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN moods TYPE mood[] USING moods::TEXT[]::mood[];
ALTER TABLE u
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN mood SET DEFAULT 'a';
DROP TYPE mood_old;
ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'c';
