-- migrate:upgrade
CREATE TABLE c (
    id BIGINT PRIMARY KEY
);
CREATE TABLE b (
    id BIGINT PRIMARY KEY,
    c_id BIGINT,
    CONSTRAINT b_c_id_fkey FOREIGN KEY (c_id) REFERENCES c (id)
);
CREATE TABLE a (
    id BIGINT PRIMARY KEY,
    b_id BIGINT,
    CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id)
);

-- migrate:downgrade
DROP TABLE a;
DROP TABLE b;
DROP TABLE c;
