-- migrate:upgrade
ALTER SEQUENCE student_ids RENAME TO pupil_ids;

-- migrate:downgrade
ALTER SEQUENCE pupil_ids RENAME TO student_ids;

-- migrate:mapping
-- sequence pupil_ids: Student.id
