-- migrate:upgrade
CREATE TABLE course (
    id BIGINT PRIMARY KEY,
    code VARCHAR(20) NOT NULL,
    title VARCHAR(255) DEFAULT 'none' NOT NULL,
    CONSTRAINT course_code_key UNIQUE (code)
);
CREATE TABLE student (
    id BIGINT PRIMARY KEY,
    course_id BIGINT NOT NULL,
    age INTEGER,
    status VARCHAR(255) NOT NULL,
    email VARCHAR(255),
    CONSTRAINT uk_email UNIQUE (email, course_id),
    CONSTRAINT student_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id),
    CONSTRAINT student_age_check CHECK ((age >= 0)
    AND (age <= 150)),
    CONSTRAINT student_status_check CHECK (status = ANY (ARRAY['ACTIVE', 'GONE']))
);
CREATE INDEX student_age_idx ON student (age);

-- migrate:downgrade
DROP TABLE student;
DROP TABLE course;
