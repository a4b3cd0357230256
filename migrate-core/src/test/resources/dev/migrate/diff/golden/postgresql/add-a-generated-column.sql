-- migrate:upgrade
ALTER TABLE t ADD COLUMN total INTEGER GENERATED ALWAYS AS (a + b) STORED;

-- migrate:downgrade
ALTER TABLE t DROP COLUMN total;
