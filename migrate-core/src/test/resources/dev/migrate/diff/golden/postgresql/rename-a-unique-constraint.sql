-- migrate:upgrade
ALTER TABLE t RENAME CONSTRAINT t_a_key TO uk_a;

-- migrate:downgrade
ALTER TABLE t RENAME CONSTRAINT uk_a TO t_a_key;
