-- migrate:upgrade
ALTER TABLE t DROP PRIMARY KEY;

-- migrate:downgrade
ALTER TABLE t ADD CONSTRAINT constraint_5 PRIMARY KEY (a);
