-- migrate:upgrade
ALTER TABLE p ADD CONSTRAINT p_code_key UNIQUE (code);
ALTER TABLE t ADD CONSTRAINT t_p_code_fkey FOREIGN KEY (p_code) REFERENCES p (code);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_p_code_fkey;
ALTER TABLE p DROP CONSTRAINT p_code_key;
