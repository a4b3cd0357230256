package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.TransactionMode;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunReport;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Behind a pgbouncer that hands out a server session for each transaction. Skipped where
 * none is installed.
 */
class PoolerIntegrationTests {

	private static final int SERVER_SESSIONS = 4;

	@TempDir
	Path folder;

	private TestDatabase database;

	private Pooler pooler;

	@BeforeEach
	void open() throws IOException {
		assumeTrue(Pooler.program().isPresent(), "pgbouncer is not installed");
		this.database = TestPostgres.database();
		this.pooler = Pooler.inTransactionMode(this.database);
	}

	@AfterEach
	void close() {
		if (this.pooler != null) {
			this.pooler.close();
			this.database.close();
		}
	}

	private MigrationService service(TransactionMode transactions) {
		EngineSettings settings = Runs.settings(LockMode.AUTO, Duration.ofMinutes(1), Duration.ofSeconds(30),
				transactions);
		return Runs.service(this.pooler.dataSource(), this.folder, settings);
	}

	/** Keep all server sessions busy at once, and ask each for its settings. */
	private List<String> sessions() throws SQLException {
		List<Connection> connections = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		try {
			for (int number = 0; number < SERVER_SESSIONS; number++) {
				Connection connection = this.pooler.dataSource().getConnection();
				connections.add(connection);
				connection.setAutoCommit(false);
				try (Statement statement = connection.createStatement();
						ResultSet rows = statement
							.executeQuery("SELECT current_user, string_agg(name || '=' || setting,"
									+ " ', ' ORDER BY name) FROM pg_settings WHERE source = 'session'"
									+ " AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone',"
									+ " 'extra_float_digits', 'standard_conforming_strings')")) {
					rows.next();
					lines.add(rows.getString(1) + ": " + rows.getString(2));
				}
			}
		}
		finally {
			for (Connection connection : connections) {
				connection.close();
			}
		}
		return lines;
	}

	@Test
	void twoInstancesUpgradeAtOnceAndLeaveNoSettingBehind() throws SQLException {
		Story story = Story.postgresql(this.folder)
			.add("hostile", "SET search_path = nowhere;\nSET ROLE pg_monitor;\nSET work_mem = '77MB';", "");
		List<String> before = sessions();
		List<CompletableFuture<RunReport>> runs = new ArrayList<>();
		for (int number = 0; number < 2; number++) {
			runs.add(Runs.beside(() -> Runs.upgrade(service(TransactionMode.PER_REVISION), "head")));
		}
		assertThat(runs.stream().map(CompletableFuture::join).mapToInt((report) -> report.steps().size()).sum())
			.isEqualTo(story.ids().size());
		assertThat(this.database.strings("SELECT revision FROM migrate_journal WHERE event = 'applied' ORDER BY 1"))
			.isEqualTo(story.ids());
		assertThat(this.database.strings("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
			.containsExactly("0");
		assertThat(this.database.strings("SELECT holder IS NULL FROM migrate_lock")).containsExactly("t");
		assertThat(sessions()).isEqualTo(before);
		assertThat(Runs.downgrade(service(TransactionMode.ALL), "base").steps()).hasSize(story.ids().size());
		assertThat(sessions()).isEqualTo(before).hasSize(SERVER_SESSIONS);
	}

	@Test
	void refusesSettingsThatTheNextStatementWouldNotFind() {
		new Story(this.folder).outside("path", "SET search_path = nowhere;\nCREATE TABLE t1 (id INTEGER);",
				"DROP TABLE t1;");
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> Runs.upgrade(service(TransactionMode.PER_REVISION), "head"))
			.withMessageContaining("0001abcd0000.sql:7")
			.withMessageContaining("a pooler that hands out a session for each transaction. Nothing of it was run.")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.DATABASE_REFUSED));
		assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
	}

}
