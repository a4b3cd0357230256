-- migrate:upgrade
ALTER TABLE t RENAME CONSTRAINT constraint_54 TO uk_a;

-- migrate:downgrade
ALTER TABLE t RENAME CONSTRAINT uk_a TO constraint_54;
