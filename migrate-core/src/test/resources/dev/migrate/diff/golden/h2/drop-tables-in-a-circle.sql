-- migrate:upgrade
ALTER TABLE a DROP CONSTRAINT constraint_41;
DROP TABLE b;
DROP TABLE a;

-- migrate:downgrade
CREATE TABLE a (
    id BIGINT PRIMARY KEY,
    b_id BIGINT
);
CREATE TABLE b (
    id BIGINT PRIMARY KEY,
    a_id BIGINT,
    CONSTRAINT constraint_42_0 FOREIGN KEY (a_id) REFERENCES a (id)
);
ALTER TABLE a ADD CONSTRAINT constraint_41 FOREIGN KEY (b_id) REFERENCES b (id);
