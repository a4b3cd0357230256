-- migrate:upgrade
ALTER TABLE t
    ALTER COLUMN nums TYPE BIGINT[] USING nums::TEXT[]::BIGINT[],
    ALTER COLUMN names TYPE VARCHAR(255)[];

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN names TYPE VARCHAR(20)[],
    ALTER COLUMN nums TYPE INTEGER[] USING nums::TEXT[]::INTEGER[];
