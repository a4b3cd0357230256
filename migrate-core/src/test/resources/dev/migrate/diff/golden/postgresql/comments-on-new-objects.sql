-- migrate:upgrade
CREATE TYPE mood AS ENUM ('a');
COMMENT ON TYPE mood IS 'feels';
CREATE SEQUENCE s;
COMMENT ON SEQUENCE s IS 'counts';
CREATE TABLE t (
    id BIGINT PRIMARY KEY,
    a INTEGER
);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'index';
COMMENT ON TABLE t IS 'table';
COMMENT ON COLUMN t.a IS 'column';

-- migrate:downgrade
DROP TABLE t;
DROP SEQUENCE s;
DROP TYPE mood;
