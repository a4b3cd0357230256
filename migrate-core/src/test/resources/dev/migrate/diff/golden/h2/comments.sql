-- migrate:upgrade
CREATE TABLE t (
    id BIGINT PRIMARY KEY,
    a INTEGER
);
COMMENT ON TABLE t IS 'it''s';
COMMENT ON COLUMN t.a IS 'a';

-- migrate:downgrade
DROP TABLE t;
