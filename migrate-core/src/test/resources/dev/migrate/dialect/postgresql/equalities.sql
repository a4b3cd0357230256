-- One detour a line; each must lead to an equal schema.
ALTER TABLE secret DROP COLUMN id CASCADE; ALTER TABLE secret ADD COLUMN id integer; CREATE POLICY secret_own ON secret AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (owner = current_user) WITH CHECK (id > 0); COMMENT ON POLICY secret_own ON secret IS 'own only'
ALTER TABLE pair_use RENAME px TO pz; ALTER TABLE pair_use RENAME pz TO px
ALTER TABLE student DROP CONSTRAINT student_age, ADD CONSTRAINT student_age CHECK ((age <= 150) AND (age >= 0)); COMMENT ON CONSTRAINT student_age ON student IS 'sane'
ALTER TABLE student DROP CONSTRAINT student_age, ADD CONSTRAINT student_age CHECK (age BETWEEN 0 AND 150); COMMENT ON CONSTRAINT student_age ON student IS 'sane'
ALTER DOMAIN score DROP CONSTRAINT score_check; ALTER DOMAIN score ADD CONSTRAINT score_check CHECK (VALUE <= 10 AND VALUE >= 0)
DROP INDEX student_mail; CREATE UNIQUE INDEX student_mail ON student USING btree (mail ASC NULLS LAST)
DROP TABLE scrap; CREATE UNLOGGED TABLE scrap (id int4)
ALTER TABLE student ALTER COLUMN weight SET DEFAULT 1.50, ALTER COLUMN weight TYPE decimal(10, 2)
SELECT nextval('invoice_number'), nextval('student_id_seq')
ALTER TABLE cycle_b DROP CONSTRAINT cycle_b_a; ALTER TABLE cycle_b ADD CONSTRAINT cycle_b_a FOREIGN KEY (a) REFERENCES cycle_a (id) MATCH SIMPLE ON DELETE NO ACTION DEFERRABLE INITIALLY IMMEDIATE
CREATE TABLE left_over (id integer); DROP TABLE left_over
ALTER TABLE booking SET (fillfactor = 70); ALTER TABLE booking ALTER COLUMN room SET STATISTICS 5; ANALYZE booking
GRANT SELECT ON student TO PUBLIC
ALTER MATERIALIZED VIEW adult_count SET (fillfactor = 70)
ALTER TABLE event DETACH PARTITION event_2026; DROP TABLE event_2026; CREATE TABLE event_2026 (kind integer NOT NULL, at date NOT NULL); ALTER TABLE event ATTACH PARTITION event_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
CREATE TEMP TABLE pg_class (oid oid, relname text)
