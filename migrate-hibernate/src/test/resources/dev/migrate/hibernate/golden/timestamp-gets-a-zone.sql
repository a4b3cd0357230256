-- migrate:upgrade
ALTER TABLE student ALTER COLUMN born TYPE TIMESTAMP(6) WITH TIME ZONE;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN born TYPE TIMESTAMP(6);
