-- migrate:upgrade
ALTER TABLE student ALTER COLUMN code TYPE INTEGER USING code::INTEGER;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN code TYPE VARCHAR(255);
