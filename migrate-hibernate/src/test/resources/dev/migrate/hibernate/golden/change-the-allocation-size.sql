-- migrate:upgrade
ALTER SEQUENCE student_ids INCREMENT BY 1;

-- migrate:downgrade
ALTER SEQUENCE student_ids INCREMENT BY 50;
