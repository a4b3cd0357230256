-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- migrate:downgrade
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
