-- migrate:upgrade
ALTER TABLE t DROP COLUMN mood;
DROP TYPE mood;

-- migrate:downgrade
CREATE TYPE mood AS ENUM ('happy', 'sad');
ALTER TABLE t ADD COLUMN mood mood DEFAULT 'sad' NOT NULL;
