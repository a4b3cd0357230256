-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_email_key UNIQUE (email);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_email_key;
