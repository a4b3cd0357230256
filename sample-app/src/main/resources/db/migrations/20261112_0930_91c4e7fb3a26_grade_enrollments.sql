-- grade enrollments
--
-- revision: 91c4e7fb3a26
-- revises: e50b93c7d8a1
-- branch-labels: grades
-- created: 2026-11-12T09:30:59Z

-- migrate:upgrade
ALTER TABLE enrollments ADD COLUMN grade VARCHAR(2);

ALTER TABLE enrollments ADD CONSTRAINT enrollments_grade_check CHECK (grade IN ('A', 'B', 'C', 'D', 'F'));

-- migrate:downgrade
ALTER TABLE enrollments DROP COLUMN grade;

-- migrate:mapping
-- column enrollments.grade: Enrollment.grade
-- constraint enrollments.enrollments_grade_check: Enrollment.grade
