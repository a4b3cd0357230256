-- migrate:upgrade
CREATE TABLE node (
    id BIGINT PRIMARY KEY,
    parent_id BIGINT REFERENCES node (id) ON DELETE CASCADE
);

-- migrate:downgrade
DROP TABLE node;
