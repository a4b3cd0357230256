-- migrate:upgrade
CREATE TYPE mood AS ENUM ('happy', 'sad');
ALTER TABLE t
    ADD COLUMN mood mood DEFAULT 'sad' NOT NULL,
    ADD COLUMN moods mood[];

-- migrate:downgrade
ALTER TABLE t DROP COLUMN moods;
ALTER TABLE t DROP COLUMN mood;
DROP TYPE mood;
