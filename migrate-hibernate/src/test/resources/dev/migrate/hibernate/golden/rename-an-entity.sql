-- migrate:upgrade
ALTER TABLE student RENAME TO pupil;

-- migrate:downgrade
ALTER TABLE pupil RENAME TO student;

-- migrate:mapping
-- table pupil: Pupil
-- column pupil.id: Pupil.id
-- column pupil.name: Pupil.name
-- column pupil.age: Pupil.age
-- constraint pupil.student_pkey: Pupil.id
