-- migrate:upgrade
DROP INDEX t_a_key;
ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE (a);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_a_key;
CREATE UNIQUE INDEX t_a_key ON t (a);
