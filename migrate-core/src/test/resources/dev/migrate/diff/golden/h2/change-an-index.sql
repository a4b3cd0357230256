-- migrate:upgrade
DROP INDEX i;
CREATE INDEX i ON t (a, b DESC);

-- migrate:downgrade
DROP INDEX i;
CREATE INDEX i ON t (a);
