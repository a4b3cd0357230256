package dev.migrate.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.error.SourceLocation;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlJudgesFactsTests {

	private static final String REFUSED = "25001";

	private final TestDatabase database = TestPostgres.database();

	@BeforeAll
	void createObjects() {
		this.database.execute("CREATE TABLE t (a int PRIMARY KEY); CREATE INDEX i ON t (a); CREATE SCHEMA s;"
				+ " CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);"
				+ " CREATE MATERIALIZED VIEW v AS SELECT a FROM t; CREATE UNIQUE INDEX vi ON v (a);"
				+ " CREATE INDEX \"concurrently\" ON t (a); CREATE TYPE e AS ENUM ('x'); CLUSTER t USING t_pkey;"
				+ " CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (2) TO (3)");
	}

	@AfterAll
	void dropDatabase() {
		this.database.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE INDEX CONCURRENTLY n ON t (a)", "CREATE UNIQUE INDEX CONCURRENTLY ON t (a)",
			"DROP INDEX CONCURRENTLY i", "REINDEX TABLE CONCURRENTLY t", "REINDEX (CONCURRENTLY) INDEX i",
			"REINDEX (VERBOSE, CONCURRENTLY true) TABLE t", "REINDEX SCHEMA s", "REINDEX DATABASE", "REINDEX SYSTEM",
			"ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY", "VACUUM", "VACUUM (ANALYZE) t", "CREATE DATABASE d",
			"DROP DATABASE IF EXISTS nowhere", "CREATE TABLESPACE x LOCATION '/x'", "DROP TABLESPACE IF EXISTS x",
			"ALTER SYSTEM SET work_mem = '1MB'", "CLUSTER", "CLUSTER VERBOSE", "CLUSTER (VERBOSE)",
			"CREATE SUBSCRIPTION n CONNECTION 'host=localhost' PUBLICATION p", "DISCARD ALL", "COMMIT PREPARED 'x'",
			"ROLLBACK PREPARED 'x'", "ALTER DATABASE template1 SET TABLESPACE pg_default" })
	void isRefusedInATransactionAndFlagged(String text) throws SQLException {
		assertThat(stateInTransaction(text)).isEqualTo(REFUSED);
		assertThat(outsideTransaction(text)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "REFRESH MATERIALIZED VIEW CONCURRENTLY v", "DROP INDEX \"concurrently\"",
			"REINDEX TABLE t", "REINDEX (CONCURRENTLY false) TABLE t", "REINDEX (CONCURRENTLY off) INDEX i",
			"CLUSTER t", "CLUSTER VERBOSE t USING i", "ANALYZE", "ALTER TABLE p DETACH PARTITION p1",
			"ALTER TYPE e ADD VALUE 'y'", "DISCARD PLANS", "CREATE ROLE nobody",
			"ALTER DATABASE template1 SET work_mem = '1MB'", "TRUNCATE t",
			"CREATE SUBSCRIPTION n CONNECTION 'x=y' PUBLICATION p WITH (connect = false)" })
	void isAllowedInATransactionAndNotFlagged(String text) throws SQLException {
		assertThat(stateInTransaction(text)).isNotEqualTo(REFUSED);
		assertThat(outsideTransaction(text)).isNull();
	}

	private String stateInTransaction(String text) throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			try {
				statement.execute(text);
				return "00000";
			}
			catch (SQLException ex) {
				return ex.getSQLState();
			}
			finally {
				connection.rollback();
			}
		}
	}

	private static String outsideTransaction(String text) {
		return StatementFacts.of(new SqlStatement(text, SourceLocation.of("x.sql", 1)), LexicalRules.POSTGRESQL)
			.outsideTransaction();
	}

}
