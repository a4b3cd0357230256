-- migrate:upgrade
ALTER TABLE "Student_reached" DROP CONSTRAINT "Student_reached_reached_check";
ALTER TABLE "User" DROP CONSTRAINT "User_theLevel_check";
ALTER TABLE "Student_reached" ADD CONSTRAINT "Student_reached_reached_check" CHECK (reached >= 0 AND reached <= 2);
ALTER TABLE "User" ADD CONSTRAINT "User_theLevel_check" CHECK ("theLevel" IN ('LOW', 'HIGH', 'TOP'));

-- migrate:downgrade
ALTER TABLE "User" DROP CONSTRAINT "User_theLevel_check";
ALTER TABLE "Student_reached" DROP CONSTRAINT "Student_reached_reached_check";
ALTER TABLE "User" ADD CONSTRAINT "User_theLevel_check" CHECK ("theLevel" IN ('LOW', 'HIGH'));
ALTER TABLE "Student_reached" ADD CONSTRAINT "Student_reached_reached_check" CHECK (reached >= 0 AND reached <= 1);
