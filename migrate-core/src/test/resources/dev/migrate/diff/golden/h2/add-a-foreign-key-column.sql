-- migrate:upgrade
ALTER TABLE t ADD COLUMN p_id BIGINT;
ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_p_id_fkey;
ALTER TABLE t DROP COLUMN p_id;
