-- migrate:upgrade
DROP VIEW v;
CREATE VIEW v AS
SELECT a,
    id
   FROM public.t;

-- migrate:downgrade
DROP VIEW v;
CREATE VIEW v AS
SELECT id
   FROM public.t;
