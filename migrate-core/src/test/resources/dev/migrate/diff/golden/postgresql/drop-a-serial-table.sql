-- migrate:upgrade
ALTER SEQUENCE t_id_seq OWNED BY NONE;
DROP TABLE t;
DROP SEQUENCE t_id_seq;

-- migrate:downgrade
CREATE SEQUENCE t_id_seq AS INTEGER;
CREATE TABLE t (
    id INTEGER DEFAULT nextval('t_id_seq') PRIMARY KEY,
    n INTEGER
);
ALTER SEQUENCE t_id_seq OWNED BY t.id;
