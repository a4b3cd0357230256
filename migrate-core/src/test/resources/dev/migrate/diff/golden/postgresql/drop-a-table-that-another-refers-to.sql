-- migrate:upgrade
ALTER TABLE child DROP CONSTRAINT child_parent_id_fkey;
DROP TABLE parent;

-- migrate:downgrade
CREATE TABLE parent (
    id BIGINT PRIMARY KEY
);
ALTER TABLE child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES parent (id);
