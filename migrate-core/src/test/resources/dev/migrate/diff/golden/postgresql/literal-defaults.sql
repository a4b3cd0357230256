-- migrate:upgrade
CREATE TABLE t (
    id BIGINT PRIMARY KEY,
    a DATE DEFAULT '2020-01-31',
    b TIMESTAMP DEFAULT '2020-01-31 10:00:00',
    c NUMERIC(10, 2) DEFAULT -1.50,
    d INTERVAL DEFAULT '1 day',
    e BYTEA DEFAULT '\x00ff',
    f DOUBLE PRECISION DEFAULT '10000000000'::numeric,
    g CHAR(3) DEFAULT 'abc',
    h TEXT DEFAULT 'a\b''c',
    i TEXT DEFAULT 'x'::text || 'y'::text,
    j BIGINT DEFAULT 10 * 60,
    k INTEGER[] DEFAULT '{1,2}',
    l REAL DEFAULT 0,
    m BIT(3) DEFAULT '101',
    n SMALLINT DEFAULT 3
);

-- migrate:downgrade
DROP TABLE t;
