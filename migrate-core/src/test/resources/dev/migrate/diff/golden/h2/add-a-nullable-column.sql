-- migrate:upgrade
ALTER TABLE t ADD COLUMN note VARCHAR;

-- migrate:downgrade
ALTER TABLE t DROP COLUMN note;
