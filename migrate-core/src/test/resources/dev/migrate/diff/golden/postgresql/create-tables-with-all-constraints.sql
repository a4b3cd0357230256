-- migrate:upgrade
CREATE TABLE course (
    id BIGINT PRIMARY KEY,
    code VARCHAR(20) NOT NULL UNIQUE,
    title VARCHAR(255) DEFAULT 'none' NOT NULL
);
CREATE TABLE student (
    id BIGINT PRIMARY KEY,
    course_id BIGINT NOT NULL REFERENCES course (id),
    age INTEGER CHECK (age >= 0 AND age <= 150),
    status VARCHAR(255) NOT NULL CHECK (status IN ('ACTIVE', 'GONE')),
    email VARCHAR(255),
    CONSTRAINT uk_email UNIQUE (email, course_id)
);
CREATE INDEX student_age_idx ON student (age);

-- migrate:downgrade
DROP TABLE student;
DROP TABLE course;
