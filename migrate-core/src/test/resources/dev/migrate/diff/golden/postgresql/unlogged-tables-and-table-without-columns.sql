-- migrate:upgrade
CREATE TABLE empty ();
CREATE UNLOGGED TABLE t (
    id BIGINT PRIMARY KEY
);

-- migrate:downgrade
DROP TABLE t;
DROP TABLE empty;
