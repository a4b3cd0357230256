-- migrate:upgrade
ALTER TABLE student RENAME COLUMN a TO a_;
ALTER TABLE student RENAME COLUMN b TO a;
ALTER TABLE student RENAME COLUMN a_ TO b;

-- migrate:downgrade
ALTER TABLE student RENAME COLUMN b TO a_;
ALTER TABLE student RENAME COLUMN a TO b;
ALTER TABLE student RENAME COLUMN a_ TO a;

-- migrate:mapping
-- column student.b: Student.one
-- column student.a: Student.two
