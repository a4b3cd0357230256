-- migrate:upgrade
CREATE TABLE a_table_with_a_name_that_is_really_quite_long_for_a_table (
    id BIGINT PRIMARY KEY,
    a_column_with_a_name_that_is_really_quite_long_for_a_column TEXT UNIQUE,
    parent BIGINT REFERENCES a_table_with_a_name_that_is_really_quite_long_for_a_table (id),
    n INTEGER CHECK (n > 0)
);

-- migrate:downgrade
DROP TABLE a_table_with_a_name_that_is_really_quite_long_for_a_table;
