-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT constraint_54;
ALTER TABLE t ADD CONSTRAINT t_status_check CHECK (status = ANY (ARRAY['A', 'B', 'C']));

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_status_check;
ALTER TABLE t ADD CONSTRAINT constraint_54 CHECK (status = ANY (ARRAY['A', 'B']));
