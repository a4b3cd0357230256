-- migrate:upgrade
ALTER TABLE t
    ALTER COLUMN tags TYPE TEXT[] USING ARRAY[tags]::TEXT[],
    ALTER COLUMN tags SET DEFAULT '{}';

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN tags DROP DEFAULT,
    ALTER COLUMN tags TYPE TEXT USING tags[1]::TEXT;
