-- migrate:upgrade
DROP TABLE student_course;

-- migrate:downgrade
CREATE TABLE student_course (
    student_id BIGINT REFERENCES student (id),
    courses_id BIGINT REFERENCES course (id),
    PRIMARY KEY (student_id, courses_id)
);
