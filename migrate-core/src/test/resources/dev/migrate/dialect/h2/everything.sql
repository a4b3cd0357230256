CREATE SCHEMA "Other Schema";
COMMENT ON SCHEMA "Other Schema" IS 'it''s quoted';
CREATE DOMAIN email AS varchar(320) DEFAULT 'nobody@example.org';
ALTER DOMAIN email ADD CONSTRAINT email_at CHECK (VALUE LIKE '%@%');
COMMENT ON DOMAIN email IS 'an address';
CREATE SEQUENCE invoice_number AS integer START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 100000 CACHE 20 CYCLE;
COMMENT ON SEQUENCE invoice_number IS 'counts invoices';
CREATE TABLE "Other Schema"."Odd ""table""" ("Odd ""column""" integer CONSTRAINT odd_key PRIMARY KEY, "select" text);
CREATE TABLE student (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 7 INCREMENT BY 2 CACHE 3),
  first_name varchar(255) NOT NULL,
  last_name varchar,
  weight numeric(10, 2) DEFAULT 1.50,
  tags varchar(20) ARRAY[5],
  feeling enum('sad', 'ok'),
  mail email,
  seen timestamp with time zone DEFAULT TIMESTAMP WITH TIME ZONE '2000-02-01 12:00:00+00',
  age integer,
  twice integer GENERATED ALWAYS AS (age * 2),
  other integer,
  CONSTRAINT student_key PRIMARY KEY (id),
  CONSTRAINT student_name UNIQUE (last_name, first_name),
  CONSTRAINT student_age CHECK (age >= 0 AND age BETWEEN 0 AND 150),
  CONSTRAINT student_other FOREIGN KEY (other) REFERENCES "Other Schema"."Odd ""table""" ON DELETE SET NULL ON UPDATE CASCADE
);
COMMENT ON TABLE student IS 'people';
COMMENT ON COLUMN student.age IS 'in years';
COMMENT ON CONSTRAINT student_age IS 'sane';
CREATE INDEX student_age_index ON student (age DESC, last_name);
COMMENT ON INDEX student_age_index IS 'for search';
CREATE UNIQUE INDEX student_mail ON student (mail);
CREATE TABLE pair (x integer, y integer, CONSTRAINT pair_xy UNIQUE (x, y));
CREATE TABLE pair_use (px integer, py integer, CONSTRAINT pair_full FOREIGN KEY (py, px) REFERENCES pair (y, x) ON DELETE SET DEFAULT);
CREATE VIEW adult AS SELECT id, first_name FROM student WHERE age > 18;
COMMENT ON VIEW adult IS 'grown up';
CREATE ALIAS twice FOR 'java.lang.Math.cbrt';
CREATE CONSTANT one VALUE 1;
CREATE SYNONYM pupil FOR "Other Schema"."Odd ""table""";
CREATE TRIGGER student_stamp BEFORE INSERT ON "Other Schema"."Odd ""table""" FOR EACH ROW CALL 'org.h2.fulltext.FullText$FullTextTrigger';
