-- migrate:upgrade
CREATE TABLE student_phones (
    student_id BIGINT NOT NULL REFERENCES student (id),
    phones VARCHAR(255),
    UNIQUE (student_id, phones)
);

-- migrate:downgrade
DROP TABLE student_phones;

-- migrate:mapping
-- table student_phones: Student.phones
-- column student_phones.student_id: Student.phones
-- column student_phones.phones: Student.phones.element
-- constraint student_phones.student_phones_student_id_phones_key: Student.phones
-- constraint student_phones.student_phones_student_id_fkey: Student.phones
