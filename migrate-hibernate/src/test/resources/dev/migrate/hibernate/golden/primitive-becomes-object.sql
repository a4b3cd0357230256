-- migrate:upgrade
ALTER TABLE student ALTER COLUMN age DROP NOT NULL;

-- migrate:downgrade
ALTER TABLE student ALTER COLUMN age SET NOT NULL;
