-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_a_b_fkey FOREIGN KEY (a, b) REFERENCES p (a, b) MATCH FULL;

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_a_b_fkey;
