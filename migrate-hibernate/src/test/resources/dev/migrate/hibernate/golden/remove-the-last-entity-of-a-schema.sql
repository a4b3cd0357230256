-- migrate:upgrade
DROP TABLE school.room;
DROP SCHEMA school;

-- migrate:downgrade
CREATE SCHEMA school;
CREATE TABLE school.room (
    id BIGINT PRIMARY KEY
);
