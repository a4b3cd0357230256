-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_code_key;
ALTER TABLE t DROP CONSTRAINT t_p_id_fkey;
ALTER TABLE t DROP CONSTRAINT t_code_check;
DROP INDEX t_low;
DROP INDEX t_p;
ALTER TABLE t DROP COLUMN p_id;
ALTER TABLE t DROP COLUMN code;

-- migrate:downgrade
ALTER TABLE t
    ADD COLUMN code TEXT,
    ADD COLUMN p_id BIGINT;
CREATE INDEX t_p ON t (p_id);
CREATE INDEX t_low ON t ((lower(code))) WHERE n > 0;
ALTER TABLE t ADD CONSTRAINT t_code_check CHECK (code <> ''::text);
ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t ADD CONSTRAINT t_code_key UNIQUE (code);
