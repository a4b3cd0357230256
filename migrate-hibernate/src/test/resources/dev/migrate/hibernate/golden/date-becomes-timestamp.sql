-- migrate:upgrade
ALTER TABLE student ALTER COLUMN born TYPE TIMESTAMP(6) USING born::TIMESTAMP(6);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN born TYPE DATE;
