-- migrate:upgrade
ALTER TABLE student DROP COLUMN mood;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN mood mood;
UPDATE student SET mood = 'BAD';
ALTER TABLE student ALTER COLUMN mood SET NOT NULL;

-- migrate:mapping
-- type mood: Teacher.mood
