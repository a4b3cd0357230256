-- migrate:upgrade
ALTER TABLE students RENAME TO pupils;
ALTER TABLE pupils RENAME COLUMN name TO full_name;

-- migrate:downgrade
ALTER TABLE pupils RENAME COLUMN full_name TO name;
ALTER TABLE pupils RENAME TO students;

-- migrate:mapping
-- table pupils: Student
-- column pupils.id: Student.id
-- column pupils.full_name: Student.name
-- constraint pupils.students_pkey: Student.id
