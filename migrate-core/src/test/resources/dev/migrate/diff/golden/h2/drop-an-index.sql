-- migrate:upgrade
DROP INDEX i;

-- migrate:downgrade
CREATE INDEX i ON t (a);
