-- migrate:upgrade
ALTER TABLE student
    ADD COLUMN hobby VARCHAR(100),
    ADD COLUMN age BIGINT;
UPDATE student SET (hobby, age) = (SELECT details.hobby, details.age FROM details WHERE details.id = student.id);
ALTER TABLE student ALTER COLUMN age SET DEFAULT 18;
UPDATE student SET hobby = 'none' WHERE hobby IS NULL;
ALTER TABLE student ALTER COLUMN hobby SET NOT NULL;
UPDATE student SET age = 18 WHERE age IS NULL;
ALTER TABLE student ALTER COLUMN age SET NOT NULL;
ALTER TABLE details DROP COLUMN hobby;
ALTER TABLE details DROP COLUMN age;

-- migrate:downgrade
ALTER TABLE details
    ADD COLUMN age INTEGER,
    ADD COLUMN hobby VARCHAR(50);
UPDATE details SET (age, hobby) = (SELECT student.age, student.hobby FROM student WHERE student.id = details.id);
ALTER TABLE student ALTER COLUMN age DROP NOT NULL;
ALTER TABLE student ALTER COLUMN hobby DROP NOT NULL;
ALTER TABLE student DROP COLUMN age;
ALTER TABLE student DROP COLUMN hobby;

-- migrate:mapping
-- table details: Student.motto
-- column student.hobby: Student.hobby
-- column student.age: Student.age
