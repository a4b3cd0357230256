package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.Validity;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What only newer servers have.
 */
class PostgresqlCatalogVersionTests {

	private static Table table(String... sql) throws SQLException {
		try (TestDatabase database = TestPostgres.database();
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			for (String text : sql) {
				statement.execute(text);
			}
			return new PostgresqlCatalog().read(connection, SchemaScope.everything())
				.table(new QualifiedName("public", "t"))
				.orElseThrow();
		}
	}

	@Test
	void readsNullsNotDistinct() throws SQLException {
		assumeTrue(TestPostgres.majorVersion() >= 15);
		Table table = table("CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a))",
				"CREATE UNIQUE INDEX i ON t (b) NULLS NOT DISTINCT");
		assertThat(table.uniqueConstraints()).extracting(UniqueConstraint::nullsNotDistinct).containsExactly(true);
		assertThat(table.indexes()).extracting(Index::nullsNotDistinct).containsExactly(true);
	}

	@Test
	void readsTheColumnsThatADeleteSetsToNull() throws SQLException {
		assumeTrue(TestPostgres.majorVersion() >= 15);
		Table table = table("CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b))",
				"CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b))");
		assertThat(table.foreignKeys().get(0).onDeleteColumns()).containsExactly("b");
	}

	@Test
	void readsVirtualColumns() throws SQLException {
		assumeTrue(TestPostgres.majorVersion() >= 18);
		Table table = table("CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL)");
		assertThat(Objects.requireNonNull(table.column("b").orElseThrow().generated()).stored()).isFalse();
	}

	@Test
	void readsConstraintsThatAreNotEnforced() throws SQLException {
		assumeTrue(TestPostgres.majorVersion() >= 18);
		Table table = table("CREATE TABLE p (a integer PRIMARY KEY)",
				"CREATE TABLE t (a integer REFERENCES p NOT ENFORCED CHECK (a > 0) NOT ENFORCED)");
		assertThat(table.foreignKeys().get(0).validity()).isEqualTo(Validity.NOT_ENFORCED);
		assertThat(table.checks().get(0).validity()).isEqualTo(Validity.NOT_ENFORCED);
	}

	@Test
	void readsPeriodsByTheServersText() throws SQLException {
		assumeTrue(TestPostgres.majorVersion() >= 18);
		Table table = table(
				"CREATE TABLE t (r int4range, v int4range, CONSTRAINT k PRIMARY KEY (r, v WITHOUT OVERLAPS))");
		assertThat(table.primaryKey()).isNull();
		assertThat(table.exclusions().get(0).definition()).isEqualTo("PRIMARY KEY (r, v WITHOUT OVERLAPS)");
	}

	@Test
	void takesNotNullForNothingButNullability() throws SQLException {
		Table table = table("CREATE TABLE t (a integer NOT NULL, b integer)");
		assertThat(table.checks()).isEmpty();
		assertThat(table.column("a").orElseThrow().nullable()).isFalse();
	}

	@Test
	void readsADeferrablePrimaryKey() throws SQLException {
		Table table = table("CREATE TABLE t (a integer PRIMARY KEY DEFERRABLE)");
		assertThat(Objects.requireNonNull(table.primaryKey()).deferral()).isEqualTo(Deferral.INITIALLY_IMMEDIATE);
	}

}
