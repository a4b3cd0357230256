-- migrate:upgrade
DROP TABLE audit.log;
DROP SEQUENCE audit.s;
DROP SCHEMA audit;

-- migrate:downgrade
CREATE SCHEMA audit;
CREATE SEQUENCE audit.s;
CREATE TABLE audit.log (
    id BIGINT PRIMARY KEY
);
