-- migrate:upgrade
CREATE TABLE details (
    id BIGINT PRIMARY KEY REFERENCES student (id),
    hobby VARCHAR(255)
);

-- migrate:downgrade
DROP TABLE details;

-- migrate:mapping
-- table details: Student.hobby
-- column details.id: Student.id
-- column details.hobby: Student.hobby
-- constraint details.details_pkey: Student.id
-- constraint details.details_id_fkey: Student.id
