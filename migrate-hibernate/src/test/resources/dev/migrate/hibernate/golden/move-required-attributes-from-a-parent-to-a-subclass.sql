-- migrate:upgrade
ALTER TABLE teacher
    ADD COLUMN mail VARCHAR(255),
    ADD COLUMN phone VARCHAR(50);
UPDATE teacher SET (mail, phone) = (SELECT person.mail, person.phone FROM person WHERE person.id = teacher.id);
ALTER TABLE teacher ALTER COLUMN mail SET NOT NULL;
ALTER TABLE teacher ALTER COLUMN phone SET NOT NULL;
ALTER TABLE person DROP COLUMN mail;
ALTER TABLE person DROP COLUMN phone;

-- migrate:downgrade
ALTER TABLE person ADD COLUMN phone VARCHAR(20);
UPDATE person SET phone = (SELECT teacher.phone FROM teacher WHERE teacher.id = person.id);
ALTER TABLE person ALTER COLUMN phone SET NOT NULL;
ALTER TABLE person ADD COLUMN mail VARCHAR(255);
UPDATE person SET mail = (SELECT teacher.mail FROM teacher WHERE teacher.id = person.id);
ALTER TABLE person ALTER COLUMN mail SET NOT NULL;
ALTER TABLE teacher ALTER COLUMN phone DROP NOT NULL;
ALTER TABLE teacher ALTER COLUMN mail DROP NOT NULL;
ALTER TABLE teacher DROP COLUMN phone;
ALTER TABLE teacher DROP COLUMN mail;

-- migrate:mapping
-- column teacher.mail: Teacher.mail
-- column teacher.phone: Teacher.phone
