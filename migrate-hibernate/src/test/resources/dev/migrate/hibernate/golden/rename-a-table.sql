-- migrate:upgrade
ALTER SEQUENCE students_seq RENAME TO pupils_seq;
ALTER TABLE students RENAME TO pupils;

-- migrate:downgrade
ALTER TABLE pupils RENAME TO students;
ALTER SEQUENCE pupils_seq RENAME TO students_seq;

-- migrate:mapping
-- sequence pupils_seq: Student.id
-- table pupils: Student
-- column pupils.id: Student.id
-- column pupils.name: Student.name
-- column pupils.mentor_id: Student.mentor
-- constraint pupils.students_pkey: Student.id
-- constraint pupils.students_name_key: Student.name
-- constraint pupils.students_mentor_id_fkey: Student.mentor
