-- migrate:upgrade
CREATE MATERIALIZED VIEW m AS
SELECT count(*) AS n
   FROM public.t;
CREATE INDEX m_n ON m (n);
CREATE VIEW v AS
SELECT id,
    a
   FROM public.t
  WHERE (a > 0);
CREATE VIEW a_view AS
SELECT id
   FROM public.v;
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT x + 1$function$;

-- migrate:downgrade
DROP FUNCTION f(x integer);
DROP VIEW a_view;
DROP VIEW v;
DROP MATERIALIZED VIEW m;
