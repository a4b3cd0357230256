-- migrate:upgrade
CREATE TABLE teacher (
    id BIGINT PRIMARY KEY REFERENCES person (id),
    subject VARCHAR(255)
);

-- migrate:downgrade
DROP TABLE teacher;

-- migrate:mapping
-- table teacher: Teacher
-- column teacher.id: Teacher.id
-- column teacher.subject: Teacher.subject
-- constraint teacher.teacher_pkey: Teacher.id
-- constraint teacher.teacher_id_fkey: Teacher.id
