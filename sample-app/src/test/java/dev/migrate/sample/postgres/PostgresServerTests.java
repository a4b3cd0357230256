package dev.migrate.sample.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTests {

	@TempDir
	static Path shared;

	@TempDir
	Path fresh;

	@AfterEach
	void leaveNothingRunning() throws IOException {
		new PostgresCluster(shared).stop();
		new PostgresCluster(this.fresh).stop();
	}

	@Test
	void dataAndPortSurviveARestart() throws SQLException {
		String url;
		try (PostgresServer server = PostgresServer.join(shared)) {
			url = server.url();
			execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
		}
		try (PostgresServer server = PostgresServer.join(shared)) {
			assertThat(server.url()).isEqualTo(url);
			assertThat(query(server.url(), server.password(), "SELECT answer FROM kept")).isEqualTo("42");
			execute(server, "DROP TABLE kept");
		}
	}

	@Test
	void writesAreSafeFromAPowerCut() throws SQLException {
		try (PostgresServer server = PostgresServer.join(shared)) {
			assertThat(query(server.url(), server.password(), "SHOW fsync")).isEqualTo("on");
		}
	}

	@Test
	void onlyThePasswordLetsIn() {
		try (PostgresServer server = PostgresServer.join(shared)) {
			assertThatThrownBy(() -> query(server.url(), "guessed", "SELECT 1"))
				.isInstanceOfSatisfying(SQLException.class, (ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
		}
	}

	@Test
	void anotherProcessFindsTheServerAndLeavesItRunning() throws Exception {
		try (PostgresServerProcess application = PostgresServerProcess.start(shared)) {
			String url = application.line();
			String password = application.line();
			try (PostgresServerProcess command = PostgresServerProcess.start(shared)) {
				assertThat(command.line()).isEqualTo(url);
				assertThat(command.line()).isEqualTo(password);
				assertThat(command.leave()).isEmpty();
			}
			assertThat(query(url, password, "SELECT 1")).isEqualTo("1");
			assertThat(application.leave()).isEmpty();
			assertStopped(shared, url, password);
		}
	}

	@Test
	void theProcessThatStartedTheServerMayLeaveFirst() throws Exception {
		try (PostgresServerProcess command = PostgresServerProcess.start(shared)) {
			String url = command.line();
			try (PostgresServer application = PostgresServer.join(shared)) {
				command.leave();
				assertThat(query(url, application.password(), "SELECT 1")).isEqualTo("1");
			}
			assertThat(shared.resolve("data/postmaster.pid")).doesNotExist();
		}
	}

	@Test
	void aServerWhoseProcessWasKilledIsFoundAndStoppedByTheNext() throws Exception {
		try (PostgresServerProcess killed = PostgresServerProcess.start(shared)) {
			String url = killed.line();
			String password = killed.line();
			String started = query(url, password, "SELECT pg_postmaster_start_time()");
			killed.kill();
			try (PostgresServerProcess next = PostgresServerProcess.start(shared)) {
				assertThat(next.line()).isEqualTo(url);
				assertThat(query(url, password, "SELECT pg_postmaster_start_time()")).isEqualTo(started);
				next.leave();
			}
			assertStopped(shared, url, password);
		}
	}

	@Test
	void processesThatStartTogetherShareOneServer() throws Exception {
		try (PostgresServerProcess one = PostgresServerProcess.start(this.fresh);
				PostgresServerProcess two = PostgresServerProcess.start(this.fresh)) {
			String url = one.line();
			assertThat(two.line()).isEqualTo(url);
			assertThat(two.line()).isEqualTo(one.line());
			one.leave();
			two.leave();
		}
		assertThat(this.fresh.resolve("data/postmaster.pid")).doesNotExist();
	}

	@Test
	void whatAKilledStartLeftIsReplaced() throws Exception {
		Files.createDirectories(this.fresh.resolve("server.unfinished/bin"));
		Files.createDirectories(this.fresh.resolve("data.unfinished/base"));
		Files.writeString(this.fresh.resolve("password"), "old\n");
		try (PostgresServer server = PostgresServer.join(this.fresh)) {
			assertThat(query(server.url(), server.password(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void aPidFileOfACrashedServerDoesNotMislead() throws Exception {
		try (PostgresServer server = PostgresServer.join(shared)) {
			Files.createDirectories(this.fresh.resolve("data"));
			Files.copy(shared.resolve("password"), this.fresh.resolve("password"));
			Files.copy(shared.resolve("data/postmaster.pid"), this.fresh.resolve("data/postmaster.pid"));
			assertThat(new PostgresCluster(shared).running()).isPresent();
			assertThat(new PostgresCluster(this.fresh).running()).isEmpty();
			Files.delete(this.fresh.resolve("data/postmaster.pid"));
		}
	}

	private static void assertStopped(Path home, String url, String password) {
		assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
		assertThatThrownBy(() -> query(url, password, "SELECT 1")).isInstanceOf(SQLException.class);
	}

	private static void execute(PostgresServer server, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(String url, String password, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, PostgresCluster.USER, password);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			assertThat(row.next()).isTrue();
			return row.getString(1);
		}
	}

}
