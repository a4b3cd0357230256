-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT "student_theLevel_check";
ALTER TABLE student ALTER COLUMN "theLevel" TYPE SMALLINT USING CASE "theLevel" WHEN 'LOW' THEN 0 WHEN 'HIGH' THEN 1 END;
ALTER TABLE student ADD CONSTRAINT "student_theLevel_check" CHECK ("theLevel" >= 0 AND "theLevel" <= 1);

-- migrate:downgrade
ALTER TABLE student DROP CONSTRAINT "student_theLevel_check";
ALTER TABLE student ALTER COLUMN "theLevel" TYPE VARCHAR(255) USING CASE "theLevel" WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END;
ALTER TABLE student ADD CONSTRAINT "student_theLevel_check" CHECK ("theLevel" IN ('LOW', 'HIGH'));
