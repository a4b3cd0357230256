-- migrate:upgrade
ALTER TABLE student ALTER COLUMN course_id DROP NOT NULL;
ALTER TABLE student ALTER COLUMN state DROP NOT NULL;
ALTER TABLE student ALTER COLUMN code DROP NOT NULL;

-- migrate:downgrade
UPDATE student AS t SET code = numbered.number
FROM (SELECT ctid, row_number() OVER () AS number FROM student WHERE code IS NULL) AS numbered
WHERE t.ctid = numbered.ctid;
ALTER TABLE student ALTER COLUMN code SET NOT NULL;
UPDATE student SET state = 'NEW' WHERE state IS NULL;
ALTER TABLE student ALTER COLUMN state SET NOT NULL;
UPDATE student SET course_id = (SELECT id FROM course ORDER BY id LIMIT 1) WHERE course_id IS NULL;
ALTER TABLE student ALTER COLUMN course_id SET NOT NULL;
