-- migrate:upgrade
ALTER TABLE student
    ADD COLUMN a BIGINT DEFAULT '0',
    ADD COLUMN b SMALLINT DEFAULT '-1',
    ADD COLUMN c INTEGER DEFAULT -3,
    ADD COLUMN d BIGINT DEFAULT '5000000000',
    ADD COLUMN e NUMERIC(10, 2) DEFAULT '-2',
    ADD COLUMN f NUMERIC(10, 2) DEFAULT -2.5,
    ADD COLUMN g INTEGER DEFAULT 4,
    ADD COLUMN h DOUBLE PRECISION DEFAULT '1.5';

-- migrate:downgrade
ALTER TABLE student DROP COLUMN h;
ALTER TABLE student DROP COLUMN g;
ALTER TABLE student DROP COLUMN f;
ALTER TABLE student DROP COLUMN e;
ALTER TABLE student DROP COLUMN d;
ALTER TABLE student DROP COLUMN c;
ALTER TABLE student DROP COLUMN b;
ALTER TABLE student DROP COLUMN a;

-- migrate:mapping
-- column student.a: Student.a
-- column student.b: Student.b
-- column student.c: Student.c
-- column student.d: Student.d
-- column student.e: Student.e
-- column student.f: Student.f
-- column student.g: Student.g
-- column student.h: Student.h
