-- migrate:upgrade
DROP SEQUENCE a;

-- migrate:downgrade
CREATE SEQUENCE a;
