package dev.migrate.sql;

import java.util.List;

import dev.migrate.error.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementFactsTests {

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(100))",
			"alter table t add column c text not null default ''", "DROP TABLE IF EXISTS t CASCADE",
			"CREATE UNIQUE INDEX i ON t (a)", "COMMENT ON TABLE t IS 'SELECT of TEMP'",
			"CREATE TABLE \"select\" (a INT)", "CREATE TYPE mood AS ENUM ('temp')", "ALTER SEQUENCE s RESTART" })
	void knowsWhatOnlyDefines(String text) {
		assertThat(isPlainDdl(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TEMP TABLE t (a INT)", "create local temporary table t (a int)",
			"CREATE TABLE pg_temp.t (a INT)", "CREATE TABLE \"pg_temp\".t (a INT)", "CREATE TABLE t AS SELECT f()",
			"CREATE TABLE t AS TABLE u", "CREATE TABLE t AS VALUES (f())", "CREATE TABLE t AS EXECUTE p",
			"ALTER TABLE t ALTER COLUMN a TYPE INT USING f(a)", "CREATE EXTENSION hstore",
			"CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()", "SET search_path = x", "RESET ALL",
			"SELECT set_config('a.b', 'c', false)", "INSERT INTO t VALUES (1)", "UPDATE t SET a = 1",
			"DO $$ BEGIN END $$", "CALL p()", "TRUNCATE t",
			"ALTER TABLE t ADD COLUMN a TEXT DEFAULT set_config('a.b', 'c', false)" })
	void knowsWhatMayDoMoreThanDefine(String text) {
		assertThat(isPlainDdl(text)).isFalse();
	}

	private static boolean isPlainDdl(String text) {
		return StatementFacts.isPlainDdl(new SqlStatement(text, new SourceLocation("a.sql", 1, 1)),
				LexicalRules.POSTGRESQL);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|',
			textBlock = """
					CREATE INDEX CONCURRENTLY i ON t (a)             | CREATE INDEX CONCURRENTLY
					create unique /* x */ index -- y%nconcurrently i on t (a) | CREATE INDEX CONCURRENTLY
					/*+ hint */ CREATE INDEX CONCURRENTLY ON t (a)   | CREATE INDEX CONCURRENTLY
					DROP INDEX CONCURRENTLY IF EXISTS i              | DROP INDEX CONCURRENTLY
					REINDEX TABLE CONCURRENTLY t                     | REINDEX CONCURRENTLY
					REINDEX (VERBOSE, CONCURRENTLY) INDEX i          | REINDEX CONCURRENTLY
					REINDEX DATABASE d                               | REINDEX DATABASE
					REINDEX SYSTEM d                                 | REINDEX SYSTEM
					REINDEX (VERBOSE) SCHEMA s                       | REINDEX SCHEMA
					ALTER TABLE a.b DETACH PARTITION "C".d CONCURRENTLY | ALTER TABLE ... DETACH CONCURRENTLY
					ALTER TABLE IF EXISTS ONLY b DETACH PARTITION d CONCURRENTLY | ALTER TABLE ... DETACH CONCURRENTLY
					VACUUM                                           | VACUUM
					VACUUM (FULL) t                                  | VACUUM
					CREATE DATABASE d                                | CREATE DATABASE
					DROP DATABASE IF EXISTS d                        | DROP DATABASE
					ALTER DATABASE d SET TABLESPACE x                | ALTER DATABASE SET TABLESPACE
					CREATE TABLESPACE x LOCATION '/x'                | CREATE TABLESPACE
					DROP TABLESPACE x                                | DROP TABLESPACE
					ALTER SYSTEM SET work_mem = '1MB'                | ALTER SYSTEM
					CLUSTER                                          | CLUSTER
					CLUSTER (VERBOSE)                                | CLUSTER
					CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p | CREATE SUBSCRIPTION ... WITH (create_slot = true)
					CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = true) | CREATE SUBSCRIPTION ... WITH (create_slot = true)
					ALTER SUBSCRIPTION s REFRESH PUBLICATION         | ALTER SUBSCRIPTION ... REFRESH
					DISCARD ALL                                      | DISCARD ALL
					COMMIT PREPARED 'x'                              | COMMIT PREPARED
					""")
	void knowsWhatMustRunOutsideATransaction(String text, String statement) {
		assertThat(postgresql(text).outsideTransaction()).isEqualTo(statement);
		assertThat(h2(text).outsideTransaction()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "REFRESH MATERIALIZED VIEW CONCURRENTLY v", "CREATE INDEX \"concurrently\" ON t (a)",
			"DROP INDEX \"CONCURRENTLY\"", "CREATE INDEX i ON t (concurrently)", "REINDEX TABLE t",
			"REINDEX (CONCURRENTLY false) TABLE t", "REINDEX (TABLESPACE concurrently) TABLE t", "CLUSTER t",
			"CLUSTER VERBOSE t USING i", "CLUSTER (VERBOSE) t", "ANALYZE", "ALTER TABLE t DETACH PARTITION p",
			"ALTER TABLE t DETACH PARTITION concurrently", "ALTER TYPE e ADD VALUE 'x'", "DISCARD PLANS",
			"ALTER DATABASE d SET work_mem = '1MB'", "SELECT 'VACUUM'", "-- VACUUM\nSELECT 1",
			"CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = false, enabled = false)",
			"CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (enabled, connect = 'off')",
			"COMMENT ON DATABASE d IS 'x'" })
	void flagsNothingElse(String text) {
		assertThat(postgresql(text).outsideTransaction()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			BEGIN                            | BEGIN
			begin isolation level serializable | BEGIN
			START /* x */ TRANSACTION        | START TRANSACTION
			COMMIT AND CHAIN                 | COMMIT
			END                              | END
			ROLLBACK                         | ROLLBACK
			ROLLBACK WORK                    | ROLLBACK
			ABORT                            | ABORT
			PREPARE TRANSACTION x            | PREPARE TRANSACTION
			SAVEPOINT s                      |
			RELEASE SAVEPOINT s              |
			ROLLBACK TO s                    |
			ROLLBACK WORK TO SAVEPOINT s     |
			ROLLBACK PREPARED x              |
			PREPARE p AS SELECT 1            |
			SELECT begin FROM t              |
			""")
	void knowsTransactionControl(String text, String keyword) {
		assertThat(postgresql(text).transactionControl()).isEqualTo(keyword);
		assertThat(h2(text).transactionControl()).isEqualTo(keyword);
	}

	@Test
	void knowsANewEnumValue() {
		assertThat(postgresql("ALTER TYPE s.\"E\" ADD VALUE IF NOT EXISTS 'x' BEFORE 'y'").addsEnumValue()).isTrue();
		assertThat(postgresql("ALTER TYPE e ADD ATTRIBUTE a int").addsEnumValue()).isFalse();
		assertThat(postgresql("ALTER TYPE e RENAME VALUE 'a' TO 'b'").addsEnumValue()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			CREATE ROLE r                      | role
			ALTER USER u PASSWORD 'x'          | role
			DROP GROUP g                       | role
			GRANT a TO b                       | role
			REVOKE a FROM b                    | role
			COMMENT ON ROLE r IS 'x'           | role
			SECURITY LABEL FOR p ON ROLE r IS 'x' | role
			GRANT CONNECT ON DATABASE d TO r   | database
			ALTER DATABASE d SET a = 1         | database
			CREATE TABLESPACE x LOCATION '/x'  | tablespace
			ALTER SYSTEM RESET ALL             | server settings
			GRANT SET ON PARAMETER work_mem TO r | server settings
			DROP SUBSCRIPTION s                | subscription
			GRANT SELECT ON t TO r             |
			CREATE USER MAPPING FOR u SERVER s |
			CREATE TABLE role (a int)          |
			SET ROLE r                         |
			COMMENT ON TABLE t IS 'x'          |
			""")
	void knowsWhatIsSharedByTheWholeServer(String text, String kind) {
		assertThat(postgresql(text).clusterWide()).isEqualTo(kind);
		assertThat(h2(text).clusterWide()).isNull();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			CREATE TABLE Students (id int)                | students    | STUDENTS
			CREATE TABLE IF NOT EXISTS s . "My""T" (a int) | s,My"T     | S,My"T
			create unlogged table /* x */ t as select 1   | t           | T
			CREATE TABLE t PARTITION OF p DEFAULT         | t           | T
			CREATE CACHED TABLE t (a int)                 | t           | T
			CREATE TABLE if_not (a int)                   | if_not      | IF_NOT
			CREATE TEMP TABLE t (a int)                   |             |
			CREATE LOCAL TEMPORARY TABLE t (a int)        |             |
			CREATE TABLE pg_temp.t (a int)                |             | PG_TEMP,T
			CREATE VIEW v AS SELECT 1                     |             |
			CREATE INDEX i ON t (a)                       |             |
			ALTER TABLE t ADD a int                       |             |
			""")
	void knowsTheTableThatIsCreated(String text, String folded, String foldedByH2) {
		assertThat(postgresql(text).createdTable()).isEqualTo((folded != null) ? List.of(folded.split(",")) : null);
		assertThat(h2(text).createdTable()).isEqualTo((foldedByH2 != null) ? List.of(foldedByH2.split(",")) : null);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			DROP TABLE IF EXISTS A, b."C" CASCADE          | a,b.C
			TRUNCATE a                                     | a
			TRUNCATE TABLE ONLY a, b * RESTART IDENTITY    | a,b
			ALTER TABLE a DROP COLUMN b                    | a
			ALTER TABLE IF EXISTS ONLY s.a DROP IF EXISTS b | s.a
			ALTER TABLE a ADD c numeric(3, 2), DROP b      | a
			ALTER TABLE a DROP CONSTRAINT b, DROP index    | a
			DELETE FROM ONLY a WHERE true                  | a
			WITH x AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM x | a
			MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN DELETE | a
			DROP SCHEMA IF EXISTS s CASCADE                | schema s
			DROP SCHEMA s                                  |
			DROP VIEW v                                    |
			ALTER TABLE a DROP CONSTRAINT b                |
			ALTER TABLE a ALTER COLUMN b DROP NOT NULL, ALTER c DROP DEFAULT | ~~
			ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c ON DELETE CASCADE |
			ALTER TABLE a ADD CHECK (b IN (x, drop))       |
			WITH x AS (SELECT 1) SELECT 'DELETE FROM a'    |
			""")
	void knowsWhereRowsAreLost(String text, String tables) {
		List<String> expected = (tables == null || tables.isEmpty()) ? List.of() : List.of(tables.split(","));
		assertThat(postgresql(text).losesRowsOf()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SET search_path TO a", "set local role r", "SET SESSION AUTHORIZATION r", "RESET ALL",
			"DISCARD ALL", "SELECT pg_catalog.set_config('search_path', '', false)", "SET TIME ZONE 'UTC'" })
	void knowsWhatChangesTheSession(String text) {
		assertThat(postgresql(text).changesSession()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SET TRANSACTION READ ONLY", "SET CONSTRAINTS ALL DEFERRED", "SELECT 'set_config(1)'",
			"SELECT set_config FROM t", "UPDATE t SET role = 1", "ALTER ROLE r SET search_path = a" })
	void knowsWhatDoesNot(String text) {
		assertThat(postgresql(text).changesSession()).isFalse();
	}

	private static StatementFacts postgresql(String text) {
		return facts(text, LexicalRules.POSTGRESQL);
	}

	private static StatementFacts h2(String text) {
		return facts(text, LexicalRules.H2);
	}

	private static StatementFacts facts(String text, LexicalRules rules) {
		return StatementFacts.of(new SqlStatement(text.replace("%n", "\n"), SourceLocation.of("x.sql", 1)), rules);
	}

}
