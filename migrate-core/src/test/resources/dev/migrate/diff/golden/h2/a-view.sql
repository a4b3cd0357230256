-- migrate:upgrade
CREATE VIEW v AS
SELECT
    "ID"
FROM "PUBLIC"."T";

-- migrate:downgrade
DROP VIEW v;
