-- migrate:upgrade
CREATE INDEX i1 ON t (name DESC, n NULLS FIRST);
CREATE INDEX i2 ON t ((lower((name)::text)));
CREATE INDEX i3 ON t USING gin (tags);
CREATE UNIQUE INDEX i4 ON t (name) INCLUDE (n) WHERE n > 0;
CREATE INDEX i5 ON t (name varchar_pattern_ops);
CREATE INDEX i6 ON t (name COLLATE "C");
CREATE INDEX i7 ON t USING hash (n);
CREATE UNIQUE INDEX i8 ON t (n) NULLS NOT DISTINCT;

-- migrate:downgrade
DROP INDEX i8;
DROP INDEX i7;
DROP INDEX i6;
DROP INDEX i5;
DROP INDEX i4;
DROP INDEX i3;
DROP INDEX i2;
DROP INDEX i1;
