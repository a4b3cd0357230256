-- migrate:upgrade
COMMENT ON COLUMN student.name IS 'b';

-- migrate:downgrade
COMMENT ON COLUMN student.name IS 'a';
