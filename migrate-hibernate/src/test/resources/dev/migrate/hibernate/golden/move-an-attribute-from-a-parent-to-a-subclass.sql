-- migrate:upgrade
ALTER TABLE teacher ADD COLUMN mail VARCHAR(255);
UPDATE teacher SET mail = (SELECT person.mail FROM person WHERE person.id = teacher.id);
ALTER TABLE person DROP COLUMN mail;

-- migrate:downgrade
ALTER TABLE person ADD COLUMN mail VARCHAR(255);
UPDATE person SET mail = (SELECT teacher.mail FROM teacher WHERE teacher.id = person.id);
ALTER TABLE teacher DROP COLUMN mail;

-- migrate:mapping
-- column teacher.mail: Teacher.mail
