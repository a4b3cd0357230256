-- courses of the winter term
--
-- revision: f46a0c9e7b12
-- revises: 28d9b0f56ec3
-- created: 2026-11-18T15:37:02Z

-- migrate:upgrade
INSERT INTO courses (code, title, credits) VALUES
    ('CS101', 'Introduction to Programming', 6),
    ('CS204', 'Databases; and Their Evolution', 6),
    ('MA110', 'Linear Algebra', 8),
    ('PH101', 'It''s About Time: Physics I', 8);

-- migrate:downgrade
DELETE FROM enrollments
WHERE course_id IN (SELECT id FROM courses WHERE code IN ('CS101', 'CS204', 'MA110', 'PH101'));

DELETE FROM courses WHERE code IN ('CS101', 'CS204', 'MA110', 'PH101');
