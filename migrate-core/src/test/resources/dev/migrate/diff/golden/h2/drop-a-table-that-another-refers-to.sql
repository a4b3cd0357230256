-- migrate:upgrade
ALTER TABLE child DROP CONSTRAINT constraint_3d;
DROP TABLE parent;

-- migrate:downgrade
CREATE TABLE parent (
    id BIGINT PRIMARY KEY
);
ALTER TABLE child ADD CONSTRAINT constraint_3d FOREIGN KEY (parent_id) REFERENCES parent (id);
