-- migrate:upgrade
ALTER TABLE student ALTER COLUMN x TYPE VARCHAR(255);

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN x TYPE UUID USING x::UUID;
