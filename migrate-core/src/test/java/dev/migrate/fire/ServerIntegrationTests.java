package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Servers that crash, only read, or have no room left. Needs the programs of a server on
 * this machine.
 */
class ServerIntegrationTests {

	private static final EngineSettings SETTINGS = Runs.settings(TransactionMode.PER_REVISION);

	private static OwnServer server;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() throws IOException {
		Path programs = OwnServer.programs();
		assumeTrue(OwnServer.possible(programs), "the programs of the server are not on this machine");
		server = OwnServer.start(programs);
	}

	@AfterAll
	static void stop() throws IOException {
		if (server != null) {
			server.close();
		}
	}

	private static List<String> query(DataSource dataSource, String sql) {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			List<String> lines = new ArrayList<>();
			if (statement.execute(sql)) {
				ResultSet rows = statement.getResultSet();
				while (rows.next()) {
					lines.add(rows.getString(1));
				}
			}
			return lines;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private DataSource database(String name) {
		query(server.dataSource("postgres"), "CREATE DATABASE " + name);
		return server.dataSource(name);
	}

	/** It goes down before every statement of the story once. */
	@Test
	void goesOnAfterTheServerCrashed() throws IOException {
		Story story = new Story(this.folder)
			.add("first", "CREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES (1);", "DROP TABLE a;")
			.outside("second", "CREATE INDEX CONCURRENTLY a_idx ON a (id);\nINSERT INTO a VALUES (2);\nVACUUM a;",
					"DROP INDEX CONCURRENTLY a_idx;")
			.add("third", "INSERT INTO a VALUES (3);", "DELETE FROM a WHERE id = 3;");
		DataSource dataSource = database("crashes");
		MigrationService service = Runs.service(dataSource, this.folder, SETTINGS);
		Set<String> struck = new HashSet<>();
		int crashes = 0;
		boolean more = true;
		while (more) {
			int before = struck.size();
			try {
				service.run(RunRequest.upgrade(TargetParser.parse("head"), "tester").with((event) -> {
					if (event instanceof MigrationEvent.StatementStarted started && struck.size() == before
							&& struck.add(started.statement().text())) {
						server.crash();
					}
				}));
				more = false;
			}
			catch (MigrateException ex) {
				assertThat(ex.code()).as(ex.getMessage()).isEqualTo(ErrorCode.NO_CONNECTION);
				crashes++;
				server.start();
			}
		}
		System.out.println("crashes of the server in the midst of an upgrade: " + crashes + ", lost 0, repeated 0");
		assertThat(crashes).isEqualTo(6);
		assertThat(query(dataSource, "SELECT id FROM a ORDER BY id")).containsExactly("1", "2", "3");
		assertThat(query(dataSource, "SELECT revision FROM migrate_journal WHERE event = 'applied' ORDER BY 1"))
			.isEqualTo(story.ids());
	}

	@Test
	void aStandbyIsReadAndRefusesInOneSentence() throws IOException {
		Story story = Story.line(this.folder, 2);
		DataSource dataSource = database("copied");
		Runs.upgrade(Runs.service(dataSource, this.folder, SETTINGS), "head");
		try (OwnServer standby = server.standby()) {
			MigrationService service = Runs.service(standby.dataSource("copied"), this.folder, SETTINGS);
			assertThat(query(standby.dataSource("copied"), "SELECT pg_is_in_recovery()")).containsExactly("t");
			assertThat(Runs.upgrade(service, "head").steps()).isEmpty();
			story.add("third", "CREATE TABLE t3 (id INTEGER);", "DROP TABLE t3;");
			assertThat(service.status().upToDate()).isFalse();
			assertThat(service.plan(RunRequest.upgrade(TargetParser.parse("head"), "tester")).steps()).hasSize(1);
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(service, "head"))
				.withMessageContaining("read-only transaction (SQLSTATE 25006)")
				.satisfies((ex) -> {
					assertThat(ex.code()).isEqualTo(ErrorCode.DATABASE_REFUSED);
					assertThat(ex.hint()).contains("standby").contains("primary");
				});
		}
	}

	@Test
	void limitsOfARoleDoNotCutARevisionShort() {
		new Story(this.folder).add("slow", "SELECT pg_sleep(0.2);\nCREATE TABLE a (id INTEGER);", "DROP TABLE a;")
			.outside("slow too", "SELECT pg_sleep(0.2);", "");
		DataSource dataSource = database("limits");
		query(dataSource, "ALTER DATABASE limits SET statement_timeout = '100ms'");
		query(dataSource, "ALTER DATABASE limits SET lock_timeout = '1ms'");
		query(dataSource, "ALTER DATABASE limits SET idle_in_transaction_session_timeout = '5s'");
		assertThat(Runs.upgrade(Runs.service(dataSource, this.folder, SETTINGS), "head").steps()).hasSize(2);
	}

	@Test
	void aFullDiskLeavesNothingAndIsExplained() {
		Story story = new Story(this.folder).add("first", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;")
			.add("big", "CREATE TABLE b (id INTEGER);\nINSERT INTO b VALUES (1);", "DROP TABLE b;");
		DataSource dataSource = database("no_room");
		MigrationService service = Runs.service(new RefusingDataSource(dataSource, "INSERT INTO b", "53100"),
				this.folder, SETTINGS);
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(service, "head"))
			.withMessageContaining("failed at statement 2 of 2")
			.withMessageContaining("SQLSTATE 53100; nothing of it remains.")
			.satisfies((ex) -> assertThat(ex.hint()).contains("run out of disk"));
		assertThat(query(dataSource, "SELECT revision FROM migrate_version")).containsExactly(story.ids().get(0));
		assertThat(query(dataSource, "SELECT to_regclass('b')").get(0)).isNull();
		MigrationService unable = Runs.service(new RefusingDataSource(dataSource, "migrate_journal", "53100"),
				this.folder, SETTINGS);
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(unable, "head"))
			.satisfies((ex) -> assertThat(ex.hint()).contains("run out of disk"));
		assertThat(Runs.upgrade(Runs.service(dataSource, this.folder, SETTINGS), "head").steps()).hasSize(1);
	}

}
