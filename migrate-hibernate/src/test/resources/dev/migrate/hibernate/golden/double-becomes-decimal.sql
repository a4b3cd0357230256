-- migrate:upgrade
ALTER TABLE student ALTER COLUMN fee TYPE NUMERIC(12, 4);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN fee TYPE DOUBLE PRECISION;
