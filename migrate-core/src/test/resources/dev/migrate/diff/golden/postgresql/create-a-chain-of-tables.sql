-- migrate:upgrade
CREATE TABLE c (
    id BIGINT PRIMARY KEY
);
CREATE TABLE b (
    id BIGINT PRIMARY KEY,
    c_id BIGINT REFERENCES c (id)
);
CREATE TABLE a (
    id BIGINT PRIMARY KEY,
    b_id BIGINT REFERENCES b (id)
);

-- migrate:downgrade
DROP TABLE a;
DROP TABLE b;
DROP TABLE c;
