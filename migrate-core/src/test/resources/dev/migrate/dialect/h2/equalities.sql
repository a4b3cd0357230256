-- One detour a line; each must lead to an equal schema.
ALTER TABLE pair_use DROP CONSTRAINT pair_full; ALTER TABLE pair_use DROP COLUMN px; ALTER TABLE pair_use ADD COLUMN px int; ALTER TABLE pair_use ADD CONSTRAINT pair_full FOREIGN KEY (py, px) REFERENCES pair (y, x) ON DELETE SET DEFAULT
ALTER TABLE student DROP CONSTRAINT student_age; ALTER TABLE student ADD CONSTRAINT student_age CHECK (age BETWEEN 0 AND 150 AND age >= 0); COMMENT ON CONSTRAINT student_age IS 'sane'
ALTER TABLE student ALTER COLUMN id RESTART WITH 1000
DROP INDEX student_mail; CREATE UNIQUE NULLS DISTINCT INDEX student_mail ON student (mail ASC NULLS FIRST)
CREATE TABLE left_over (id integer); DROP TABLE left_over
