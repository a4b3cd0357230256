-- migrate:upgrade
ALTER TYPE mood ADD VALUE 'b';
ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'b';

-- migrate:downgrade
ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'a';
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('a');
ALTER TABLE t
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::TEXT::mood,
    ALTER COLUMN mood SET DEFAULT 'a';
DROP TYPE mood_old;
