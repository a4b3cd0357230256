-- migrate:upgrade
CREATE TABLE t (
    id BIGINT PRIMARY KEY,
    n INTEGER CHECK (n IN (1, 2)),
    s VARCHAR(10) CHECK ((s)::text <> ''::text),
    e TEXT CHECK ((e ~ '^a'::text) OR (e IS NULL)),
    b BIGINT CHECK (b = ANY (ARRAY[(1)::bigint, (2)::bigint])),
    p NUMERIC(5, 2) CHECK (p >= 0.5),
    f BOOLEAN CHECK (f),
    l VARCHAR(10) CHECK (length((l)::text) > 2),
    x VARCHAR(5) CHECK (x NOT IN ('a', 'b')),
    d DATE CHECK (d > '2020-01-01'::date),
    c TEXT,
    CHECK (CASE WHEN (c = 'a'::text) THEN true ELSE (c = ANY (ARRAY['b'::text, 'it''s'::text])) END)
);

-- migrate:downgrade
DROP TABLE t;
