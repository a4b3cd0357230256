-- migrate:upgrade
ALTER TABLE student
    ALTER COLUMN age TYPE BIGINT,
    ALTER COLUMN code TYPE INTEGER USING code::INTEGER;

-- migrate:downgrade
ALTER TABLE student
    ALTER COLUMN code TYPE VARCHAR(255),
    ALTER COLUMN age TYPE INTEGER;
