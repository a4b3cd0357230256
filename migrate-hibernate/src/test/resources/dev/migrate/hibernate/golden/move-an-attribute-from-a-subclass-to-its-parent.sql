-- migrate:upgrade
ALTER TABLE person ADD COLUMN mail VARCHAR(255);
ALTER TABLE teacher DROP COLUMN mail;

-- migrate:downgrade
ALTER TABLE teacher ADD COLUMN mail VARCHAR(255);
ALTER TABLE person DROP COLUMN mail;

-- migrate:mapping
-- column person.mail: Person.mail
