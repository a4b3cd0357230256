-- migrate:upgrade
ALTER TABLE t DROP CONSTRAINT t_name_check;
ALTER TABLE t
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN name TYPE TEXT,
    ALTER COLUMN name SET DEFAULT 'x';
ALTER TABLE t ADD CONSTRAINT t_name_check CHECK (name IN ('x', 'y'));

-- migrate:downgrade
ALTER TABLE t DROP CONSTRAINT t_name_check;
ALTER TABLE t
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN name TYPE VARCHAR(100),
    ALTER COLUMN name SET DEFAULT 'x';
ALTER TABLE t ADD CONSTRAINT t_name_check CHECK (name IN ('x', 'y'));
