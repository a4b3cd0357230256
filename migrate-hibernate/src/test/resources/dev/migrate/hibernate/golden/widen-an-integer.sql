-- migrate:upgrade
ALTER TABLE student ALTER COLUMN age TYPE BIGINT;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN age TYPE INTEGER;
