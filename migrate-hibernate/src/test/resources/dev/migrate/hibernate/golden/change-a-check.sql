-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT adult;
ALTER TABLE student ADD CONSTRAINT adult CHECK (age < 200);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT adult;
ALTER TABLE student ADD CONSTRAINT adult CHECK (age < 100);
