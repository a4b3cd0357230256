-- migrate:upgrade
CREATE TABLE node (
    id BIGINT PRIMARY KEY,
    parent_id BIGINT,
    CONSTRAINT node_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES node (id) ON DELETE CASCADE
);

-- migrate:downgrade
DROP TABLE node;
