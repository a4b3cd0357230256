-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT adult;

-- migrate:downgrade
ALTER TABLE student ADD CONSTRAINT adult CHECK (age < 100);
