-- migrate:upgrade
CREATE SCHEMA school;
CREATE TABLE school.room (
    id BIGINT PRIMARY KEY
);

-- migrate:downgrade
DROP TABLE school.room;
DROP SCHEMA school;

-- migrate:mapping
-- schema school: Room
-- table school.room: Room
-- column school.room.id: Room.id
-- constraint school.room.room_pkey: Room.id
