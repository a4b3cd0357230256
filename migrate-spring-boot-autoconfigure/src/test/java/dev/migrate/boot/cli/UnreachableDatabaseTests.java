package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.generate.Entities;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool waits a while for a database that does not answer, and a wrong password counts
 * as an attack: no command asks twice.
 */
class UnreachableDatabaseTests {

	@TempDir
	Path folder;

	private static final class Refusing extends AbstractDataSource {

		private int asked;

		@Override
		public Connection getConnection() throws SQLException {
			this.asked++;
			throw new SQLException("password authentication failed for user \"me\"", "28P01");
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "upgrade --plan", "upgrade --sql", "upgrade +1", "downgrade", "current",
			"status", "history -i", "show current", "stamp head", "ensure-version", "check", "check --require-database",
			"migrate -m x", "migrate -m x --against database", "migrate -m x --amend", "merge -m x",
			"rebase --onto aaaa", "drift", "repair", "repair --drift", "repair --resume", "lint", "prove", "chaos",
			"attributes", "load students.csv", "edit current", "init --from-database" })
	void isAskedOnce(String command) throws IOException {
		try (TestDatabase database = TestH2.database()) {
			Refusing refusing = new Refusing();
			CommandDesk desk = new CommandDesk(database, this.folder);
			desk.connectsWith(refusing);
			desk.entities(marks());
			if (!command.startsWith("init")) {
				desk.revision("aaaa11111111", "base", "create", "CREATE TABLE a (id INTEGER)", "DROP TABLE a");
			}
			if (command.startsWith("merge") || command.startsWith("rebase")) {
				desk.revision("bbbb22222222", "base", "create", "CREATE TABLE b (id INTEGER)", "DROP TABLE b");
			}
			Files.writeString(this.folder.resolve("students.csv"), "id\n1\n");
			desk.run(command.replace("students.csv", this.folder.resolve("students.csv").toString()).split(" "));
			assertThat(refusing.asked).as(desk.err()).isEqualTo(1);
		}
	}

	private static Entities marks() {
		return new Entities(List.of(new Entities.Statement("CREATE TABLE marks (id BIGINT NOT NULL)", "Mark")),
				List.of(new Entities.MadeFor("TABLE", null, "marks", "marks", List.of(), "Mark", false, null),
						new Entities.MadeFor("COLUMN", null, "marks", "id", List.of("id"), "Mark.id", false, null)),
				List.of(), List.of(), List.of(), 1);
	}

}
