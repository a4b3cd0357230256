-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT constraint_54;

-- migrate:downgrade
ALTER TABLE t ADD CONSTRAINT constraint_54 UNIQUE (email);
