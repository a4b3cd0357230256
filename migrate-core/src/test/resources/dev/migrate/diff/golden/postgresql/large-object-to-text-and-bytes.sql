-- migrate:upgrade
ALTER TABLE t
    ALTER COLUMN body TYPE TEXT USING convert_from(lo_get(body), 'UTF8'),
    ALTER COLUMN picture TYPE BYTEA USING lo_get(picture);

-- migrate:downgrade
ALTER TABLE t
    ALTER COLUMN picture TYPE OID USING lo_from_bytea(0, picture),
    ALTER COLUMN body TYPE OID USING lo_from_bytea(0, convert_to(body, 'UTF8'));
