-- migrate:upgrade
ALTER TABLE t
    ALTER COLUMN price TYPE NUMERIC(10, 4),
    ALTER COLUMN price SET DEFAULT 1.5;

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN price DROP DEFAULT,
    ALTER COLUMN price TYPE NUMERIC(38, 2);
