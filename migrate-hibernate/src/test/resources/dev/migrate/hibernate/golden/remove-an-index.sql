-- migrate:upgrade
DROP INDEX by_a;

-- migrate:downgrade
CREATE INDEX by_a ON students (a);
