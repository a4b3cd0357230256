-- migrate:upgrade
CREATE TABLE a (
    id BIGINT PRIMARY KEY,
    b_id BIGINT
);
CREATE TABLE b (
    id BIGINT PRIMARY KEY,
    a_id BIGINT,
    CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id)
);
ALTER TABLE a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id);

-- migrate:downgrade
ALTER TABLE a DROP CONSTRAINT a_b_id_fkey;
DROP TABLE b;
DROP TABLE a;
