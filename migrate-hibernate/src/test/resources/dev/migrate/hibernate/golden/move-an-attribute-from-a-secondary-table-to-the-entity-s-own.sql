-- migrate:upgrade
ALTER TABLE student ADD COLUMN hobby VARCHAR(255);
UPDATE student SET hobby = (SELECT details.hobby FROM details WHERE details.id = student.id);
ALTER TABLE details DROP COLUMN hobby;

-- migrate:downgrade
ALTER TABLE details ADD COLUMN hobby VARCHAR(255);
UPDATE details SET hobby = (SELECT student.hobby FROM student WHERE student.id = details.id);
ALTER TABLE student DROP COLUMN hobby;

-- migrate:mapping
-- table details: Student.motto
-- column student.hobby: Student.hobby
