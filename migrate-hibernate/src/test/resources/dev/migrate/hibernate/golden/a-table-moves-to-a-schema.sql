-- migrate:upgrade
CREATE SCHEMA school;
ALTER TABLE students SET SCHEMA school;

-- migrate:downgrade
ALTER TABLE school.students SET SCHEMA public;
DROP SCHEMA school;

-- migrate:mapping
-- schema school: Student
-- table school.students: Student
-- column school.students.id: Student.id
-- column school.students.name: Student.name
-- constraint school.students.students_pkey: Student.id
