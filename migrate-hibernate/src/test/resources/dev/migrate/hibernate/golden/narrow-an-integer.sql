-- migrate:upgrade
ALTER TABLE student ALTER COLUMN age TYPE INTEGER;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN age TYPE BIGINT;
