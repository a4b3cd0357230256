-- migrate:upgrade
ALTER TABLE t DROP COLUMN note;

-- migrate:downgrade
ALTER TABLE t ADD COLUMN note VARCHAR;
