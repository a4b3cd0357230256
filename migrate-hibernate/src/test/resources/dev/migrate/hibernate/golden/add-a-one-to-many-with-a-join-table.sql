-- migrate:upgrade
CREATE TABLE student_course (
    student_id BIGINT NOT NULL REFERENCES student (id),
    courses_id BIGINT NOT NULL UNIQUE REFERENCES course (id)
);

-- migrate:downgrade
DROP TABLE student_course;

-- migrate:mapping
-- table student_course: Student.courses
-- column student_course.student_id: Student.courses
-- column student_course.courses_id: Student.courses.element
-- constraint student_course.student_course_courses_id_key: Student.courses.element
-- constraint student_course.student_course_student_id_fkey: Student.courses
-- constraint student_course.student_course_courses_id_fkey: Student.courses.element
