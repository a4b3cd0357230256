-- migrate:upgrade
COMMENT ON COLUMN student.name IS 'it''s a name';
COMMENT ON TABLE student IS 'people who learn';

-- migrate:downgrade
COMMENT ON TABLE student IS NULL;
COMMENT ON COLUMN student.name IS NULL;
