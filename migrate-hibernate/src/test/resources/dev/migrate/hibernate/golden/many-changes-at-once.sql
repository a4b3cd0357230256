-- migrate:upgrade
ALTER TABLE students RENAME TO pupils;
ALTER TABLE pupils RENAME COLUMN surname TO last_name;
ALTER TABLE pupils DROP CONSTRAINT students_room_id_fkey;
CREATE TABLE desk (
    id BIGINT PRIMARY KEY,
    room_id BIGINT NOT NULL REFERENCES room (id)
);
ALTER TABLE pupils ALTER COLUMN last_name TYPE VARCHAR(40);
ALTER TABLE pupils ALTER COLUMN last_name SET NOT NULL;
ALTER TABLE pupils ADD COLUMN desk_id BIGINT;
ALTER TABLE pupils ADD CONSTRAINT pupils_last_name_key UNIQUE (last_name);
ALTER TABLE room ADD CONSTRAINT room_label_key UNIQUE (label);
ALTER TABLE pupils ADD CONSTRAINT pupils_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk (id);
ALTER TABLE pupils ADD CONSTRAINT pupils_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id) ON DELETE SET NULL;
ALTER TABLE pupils DROP COLUMN age;

-- migrate:downgrade
ALTER TABLE pupils ADD COLUMN age INTEGER;
ALTER TABLE pupils DROP CONSTRAINT pupils_room_id_fkey;
ALTER TABLE pupils DROP CONSTRAINT pupils_desk_id_fkey;
ALTER TABLE room DROP CONSTRAINT room_label_key;
ALTER TABLE pupils DROP CONSTRAINT pupils_last_name_key;
ALTER TABLE pupils DROP COLUMN desk_id;
ALTER TABLE pupils ALTER COLUMN last_name DROP NOT NULL;
ALTER TABLE pupils ALTER COLUMN last_name TYPE VARCHAR(20);
DROP TABLE desk;
ALTER TABLE pupils ADD CONSTRAINT students_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id);
ALTER TABLE pupils RENAME COLUMN last_name TO surname;
ALTER TABLE pupils RENAME TO students;

-- migrate:mapping
-- table desk: Desk
-- column desk.id: Desk.id
-- column desk.room_id: Desk.room
-- constraint desk.desk_pkey: Desk.id
-- constraint desk.desk_room_id_fkey: Desk.room
-- table pupils: Student
-- column pupils.id: Student.id
-- column pupils.last_name: Student.surname
-- column pupils.room_id: Student.room
-- column pupils.desk_id: Student.desk
-- constraint pupils.students_pkey: Student.id
-- constraint pupils.pupils_last_name_key: Student.surname
-- constraint pupils.pupils_desk_id_fkey: Student.desk
-- constraint pupils.pupils_room_id_fkey: Student.room
-- constraint room.room_label_key: Room.label
