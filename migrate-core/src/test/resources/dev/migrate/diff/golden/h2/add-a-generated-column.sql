-- migrate:upgrade
ALTER TABLE t ADD COLUMN b INTEGER GENERATED ALWAYS AS (a + 1);

-- migrate:downgrade
ALTER TABLE t DROP COLUMN b;
