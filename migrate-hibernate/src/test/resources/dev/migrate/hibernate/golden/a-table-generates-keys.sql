-- migrate:upgrade
CREATE TABLE hibernate_sequences (
    sequence_name VARCHAR(255) PRIMARY KEY,
    next_val BIGINT
);
INSERT INTO hibernate_sequences (sequence_name, next_val) VALUES ('default', 0);

-- migrate:downgrade
DROP TABLE hibernate_sequences;

-- migrate:mapping
-- table hibernate_sequences: Student.id
-- column hibernate_sequences.sequence_name: Student.id.sequence_name
-- column hibernate_sequences.next_val: Student.id.next_val
-- constraint hibernate_sequences.hibernate_sequences_pkey: Student.id.sequence_name
