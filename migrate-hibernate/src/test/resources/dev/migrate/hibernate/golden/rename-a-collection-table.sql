-- migrate:upgrade
ALTER TABLE phones RENAME TO numbers;

-- migrate:downgrade
ALTER TABLE numbers RENAME TO phones;

-- migrate:mapping
-- table numbers: Student.phones
-- column numbers.student_id: Student.phones
-- column numbers.phones: Student.phones.element
-- constraint numbers.phones_student_id_phones_key: Student.phones
-- constraint numbers.phones_student_id_fkey: Student.phones
