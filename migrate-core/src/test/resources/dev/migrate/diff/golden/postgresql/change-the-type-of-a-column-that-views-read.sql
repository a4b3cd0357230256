-- migrate:upgrade
DROP VIEW w;
DROP VIEW v;
ALTER TABLE t ALTER COLUMN a TYPE BIGINT;
CREATE VIEW v AS
SELECT id,
    a
   FROM public.t;
CREATE VIEW w AS
SELECT id
   FROM public.v;

-- migrate:downgrade
DROP VIEW w;
DROP VIEW v;
ALTER TABLE t ALTER COLUMN a TYPE INTEGER;
CREATE VIEW v AS
SELECT id,
    a
   FROM public.t;
CREATE VIEW w AS
SELECT id
   FROM public.v;
