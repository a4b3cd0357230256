-- migrate:upgrade
ALTER TABLE t ADD COLUMN note TEXT;

-- migrate:downgrade
ALTER TABLE t DROP COLUMN note;
