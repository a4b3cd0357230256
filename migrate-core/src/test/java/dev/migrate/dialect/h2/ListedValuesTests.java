package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migrate.operation.CreateTable;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.Table;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ListedValuesTests {

	@Test
	void aCheckOnListedValuesOutlivesTheSessionThatMadeIt() throws SQLException {
		Table table;
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "")) {
			execute(connection, "CREATE TABLE t (s VARCHAR(9) CHECK (s IN ('A', 'B, IN(1, 2)', 'it''s')),"
					+ " n INT CHECK (n NOT IN (1, -2)), c CHAR(1) CHECK (c = 'x'))");
			table = new H2Catalog().read(connection, SchemaScope.everything()).tables().get(0);
		}
		try (TestDatabase database = TestH2.database()) {
			try (Connection connection = database.connect()) {
				for (String sql : new H2Renderer("PUBLIC").render(new CreateTable(table))) {
					execute(connection, sql);
				}
			}
			database.execute("INSERT INTO t VALUES ('it''s', 3, 'x'), (NULL, NULL, NULL)");
			assertThatThrownBy(() -> database.execute("INSERT INTO t (s) VALUES ('C')"))
				.hasMessageContaining("constraint violation");
			assertThatThrownBy(() -> database.execute("INSERT INTO t (n) VALUES (-2)"))
				.hasMessageContaining("constraint violation");
			try (Connection connection = database.connect()) {
				assertThat(new H2Catalog().read(connection, SchemaScope.everything()).tables().get(0).checks())
					.extracting((check) -> check.expression())
					.containsExactlyInAnyOrderElementsOf(
							List.of("\"S\" IN('A', 'B, IN(1, 2)', 'it''s')", "\"N\" NOT IN(1, -2)", "\"C\" = 'x'"));
			}
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
