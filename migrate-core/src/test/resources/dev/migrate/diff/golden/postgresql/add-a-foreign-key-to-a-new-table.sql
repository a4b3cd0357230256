-- migrate:upgrade
CREATE TABLE zz (
    id BIGINT PRIMARY KEY
);
ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES zz (id);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_p_id_fkey;
DROP TABLE zz;
