-- migrate:upgrade
CREATE SCHEMA audit;
CREATE SEQUENCE audit.s INCREMENT BY 50;
CREATE TABLE audit.log (
    id BIGINT DEFAULT NEXT VALUE FOR audit.s PRIMARY KEY,
    t_id BIGINT,
    CONSTRAINT log_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id)
);

-- migrate:downgrade
DROP TABLE audit.log;
DROP SEQUENCE audit.s;
DROP SCHEMA audit;
