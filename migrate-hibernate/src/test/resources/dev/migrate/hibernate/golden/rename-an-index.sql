-- migrate:upgrade
ALTER INDEX by_a RENAME TO students_by_a;

-- migrate:downgrade
ALTER INDEX students_by_a RENAME TO by_a;

-- migrate:mapping
-- index students.students_by_a: Student.a
