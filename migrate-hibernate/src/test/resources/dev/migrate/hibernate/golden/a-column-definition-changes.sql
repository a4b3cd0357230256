-- migrate:upgrade
ALTER TABLE student
    ALTER COLUMN a TYPE VARCHAR(20),
    ALTER COLUMN a SET DEFAULT 'x';

-- migrate:downgrade
ALTER TABLE student
    ALTER COLUMN a DROP DEFAULT,
    ALTER COLUMN a TYPE VARCHAR(10);
