-- migrate:upgrade
ALTER TABLE student ALTER COLUMN day TYPE TIMESTAMP(6) USING day::TIMESTAMP(6);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN day TYPE DATE;
