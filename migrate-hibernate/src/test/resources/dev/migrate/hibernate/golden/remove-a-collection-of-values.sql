-- migrate:upgrade
DROP TABLE student_phones;

-- migrate:downgrade
CREATE TABLE student_phones (
    student_id BIGINT NOT NULL REFERENCES student (id),
    phones VARCHAR(255),
    UNIQUE (student_id, phones)
);
