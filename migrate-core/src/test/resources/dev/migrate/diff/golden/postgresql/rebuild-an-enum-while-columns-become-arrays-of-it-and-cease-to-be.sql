-- migrate:upgrade
ALTER TABLE t DROP COLUMN gone;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('b', 'a');
ALTER TABLE t
    ALTER COLUMN one TYPE mood USING one::TEXT::mood,
    ALTER COLUMN many TYPE mood[] USING many::TEXT[]::mood[];
DROP TYPE mood_old;
ALTER TABLE t
    ALTER COLUMN one TYPE mood[] USING CASE WHEN one IS NOT NULL THEN ARRAY[one::TEXT]::mood[] END,
    ALTER COLUMN many TYPE mood USING many[1]::TEXT::mood;

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN many TYPE mood[] USING CASE WHEN many IS NOT NULL THEN ARRAY[many::TEXT]::mood[] END,
    ALTER COLUMN one TYPE mood USING one[1]::TEXT::mood;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
ALTER TABLE t
    ALTER COLUMN one TYPE mood USING one::TEXT::mood,
    ALTER COLUMN many TYPE mood[] USING many::TEXT[]::mood[];
DROP TYPE mood_old;
ALTER TABLE t ADD COLUMN gone mood[];
