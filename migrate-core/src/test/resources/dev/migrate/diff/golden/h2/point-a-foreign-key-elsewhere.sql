-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT constraint_54_0;
ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES q (id);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_p_id_fkey;
ALTER TABLE t ADD CONSTRAINT constraint_54_0 FOREIGN KEY (p_id) REFERENCES p (id);
