-- migrate:upgrade
ALTER TABLE t ADD CONSTRAINT t_during_excl EXCLUDE USING gist (during WITH &&);

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_during_excl;
