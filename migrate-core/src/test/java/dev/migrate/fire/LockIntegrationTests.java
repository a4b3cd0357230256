package dev.migrate.fire;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.Cancellation;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunInProgress;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.revision.Direction;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The lock in every mode, and what holds without one.
 */
class LockIntegrationTests {

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private static EngineSettings settings(LockMode mode, Duration wait) {
		return Runs.settings(mode, wait, Duration.ofSeconds(30), TransactionMode.PER_REVISION);
	}

	private MigrationService service(EngineSettings settings) {
		return Runs.service(this.database.dataSource(), this.folder, settings);
	}

	/** Stop a run when it starts a statement, until it is told to go on. */
	private static final class Gate implements MigrationListener {

		private final String revision;

		Gate() {
			this("");
		}

		Gate(String revision) {
			this.revision = revision;
		}

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch open = new CountDownLatch(1);

		@Override
		public void onEvent(MigrationEvent event) {
			if (event instanceof MigrationEvent.StatementStarted started && this.reached.getCount() == 1
					&& started.revision().id().value().startsWith(this.revision)) {
				this.reached.countDown();
				await(this.open);
			}
		}

		void pass() {
			this.open.countDown();
		}

		static void await(CountDownLatch latch) {
			try {
				assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static CompletableFuture<RunReport> start(MigrationService service, Gate gate) {
		CompletableFuture<RunReport> run = Runs
			.beside(() -> service.run(RunRequest.upgrade(TargetParser.parse("head"), "holder").with(gate)));
		Gate.await(gate.reached);
		return run;
	}

	private static RunReport result(CompletableFuture<RunReport> run) {
		try {
			return run.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (RuntimeException) ex.getCause();
		}
		catch (InterruptedException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@EnumSource(LockMode.class)
	void namesTheHolderWhenTheWaitIsOver(LockMode mode) {
		Story.line(this.folder, 2);
		Gate gate = new Gate();
		CompletableFuture<RunReport> holder = start(service(settings(mode, Duration.ofMinutes(1))), gate);
		MigrationService waiting = service(settings(mode, Duration.ofMillis(200)));
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(waiting, "head"))
			.withMessageContaining("Another run holds the lock: upgrade by holder on here")
			.withMessageContaining((mode == LockMode.LEASE) ? " since " : " (process ")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.LOCKED));
		assertThat(waiting.status().running()).isNotNull();
		gate.pass();
		assertThat(result(holder).steps()).hasSize(2);
		assertThat(waiting.status().running()).isNull();
		assertThat(waiting.status().upToDate()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(LockMode.class)
	void tellsWhatTheHolderIsAt(LockMode mode) {
		Story story = Story.line(this.folder, 3);
		MigrationService other = service(settings(mode, Duration.ofMinutes(1)));
		Runs.upgrade(other, story.ids().get(0));
		Gate gate = new Gate(story.ids().get(2));
		CompletableFuture<RunReport> holder = start(service(settings(mode, Duration.ofMinutes(1))), gate);
		RunInProgress running = Objects.requireNonNull(other.status().running());
		gate.pass();
		result(holder);
		assertThat(running.whose()).isEqualTo("upgrade by holder on here, version 1.0");
		assertThat(running.since()).isNotNull();
		assertThat(running.progress()).isEqualTo("1 revision done, now at " + story.last() + " \"table 3\"");
	}

	@Test
	void tellsAtWhichStatementTheHolderIsOutsideATransaction() {
		Story story = Story.line(this.folder, 1)
			.outside("index", "CREATE INDEX CONCURRENTLY by_id ON t1 (id);\nANALYZE t1;", "DROP INDEX by_id;");
		MigrationService other = service(settings(LockMode.AUTO, Duration.ofMinutes(1)));
		Gate gate = new Gate(story.last());
		CompletableFuture<RunReport> holder = start(service(settings(LockMode.AUTO, Duration.ofMinutes(1))), gate);
		RunInProgress running = Objects.requireNonNull(other.status().running());
		gate.pass();
		result(holder);
		assertThat(running.progress())
			.isEqualTo("1 revision done, now at " + story.last() + " \"index\", statement 1 of 2");
	}

	@Test
	void tellsWhichRevisionIsTakenBack() {
		Story story = Story.line(this.folder, 3);
		MigrationService other = service(settings(LockMode.AUTO, Duration.ofMinutes(1)));
		Runs.upgrade(other, "head");
		Gate gate = new Gate(story.ids().get(1));
		CompletableFuture<RunReport> holder = CompletableFuture
			.supplyAsync(() -> service(settings(LockMode.AUTO, Duration.ofMinutes(1)))
				.run(RunRequest.downgrade(TargetParser.parse("base"), "holder").with(gate)));
		Gate.await(gate.reached);
		RunInProgress running = Objects.requireNonNull(other.status().running());
		gate.pass();
		result(holder);
		assertThat(running.whose()).startsWith("downgrade by holder on ");
		assertThat(running.progress()).isEqualTo("1 revision done, now at " + story.ids().get(1) + " \"table 2\"");
	}

	@Test
	void namesTheSessionThatHoldsUpTheHolder() throws SQLException {
		Story story = Story.line(this.folder, 1).add("wait", "ALTER TABLE t1 ADD COLUMN name TEXT;", "");
		MigrationService service = service(settings(LockMode.AUTO, Duration.ofMinutes(1)));
		Runs.upgrade(service, story.ids().get(0));
		try (Connection reader = this.database.connect(); Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("SELECT * FROM t1");
			CompletableFuture<RunReport> holder = CompletableFuture
				.supplyAsync(() -> Runs.upgrade(service(settings(LockMode.AUTO, Duration.ofMinutes(1))), "head"));
			org.awaitility.Awaitility.await()
				.until(() -> service.status().running(),
						(running) -> running != null && running.holder().waitsFor() != null
								&& running.holder().waitsFor().contains("idle in transaction"));
			reader.rollback();
			assertThat(result(holder).steps()).hasSize(1);
		}
	}

	@Test
	void takesOverALeaseThatEndedAndTheOldHolderStops() {
		Story story = Story.line(this.folder, 3);
		Gate gate = new Gate();
		EngineSettings settings = settings(LockMode.LEASE, Duration.ofMinutes(1));
		CompletableFuture<RunReport> old = start(service(settings), gate);
		this.database.execute("UPDATE migrate_lock SET expires_at = now() - interval '1 second'");
		this.database.execute("UPDATE migrate_lock SET holder = 'another', description = 'another run',"
				+ " expires_at = now() + interval '1 hour'");
		gate.pass();
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> result(old))
			.withMessageContaining("lease")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.LOCKED));
		assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
		assertThat(this.database.string("SELECT holder FROM migrate_lock")).isEqualTo("another");
		this.database.execute("UPDATE migrate_lock SET expires_at = now() - interval '1 second'");
		assertThat(Runs.upgrade(service(settings), "head").steps()).hasSize(story.ids().size());
	}

	@Test
	void waitsOnWhenTheRowOfTheLeaseIsLockedForAMoment() throws SQLException {
		Story.line(this.folder, 1);
		EngineSettings settings = settings(LockMode.LEASE, Duration.ofMinutes(1));
		Runs.upgrade(service(settings), "head");
		Runs.downgrade(service(settings), "base");
		DataSource impatient = new InitialSql(this.database, "SET lock_timeout = '50ms'");
		try (Connection renewing = this.database.connect(); Statement statement = renewing.createStatement()) {
			renewing.setAutoCommit(false);
			statement.execute("SELECT * FROM migrate_lock FOR UPDATE");
			CountDownLatch awaited = new CountDownLatch(1);
			CompletableFuture<RunReport> waiting = Runs.beside(() -> Runs.service(impatient, this.folder, settings)
				.run(RunRequest.upgrade(TargetParser.parse("head"), "tester").with((event) -> {
					if (event instanceof MigrationEvent.LockAwaited) {
						awaited.countDown();
					}
				})));
			Gate.await(awaited);
			renewing.rollback();
			assertThat(result(waiting).steps()).hasSize(1);
		}
	}

	@Test
	void renewsTheLeaseBeforeEachUnit() {
		Story.line(this.folder, 3);
		List<String> ends = new ArrayList<>();
		MigrationListener reader = (event) -> {
			if (event instanceof MigrationEvent.StepStarted) {
				ends.add(this.database.string("SELECT expires_at FROM migrate_lock"));
			}
		};
		service(settings(LockMode.LEASE, Duration.ofMinutes(1)))
			.run(RunRequest.upgrade(TargetParser.parse("head"), "tester").with(reader));
		assertThat(ends).hasSize(3).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void renewsTheLeaseWhileAStatementTakesLong(boolean h2) {
		try (TestDatabase other = h2 ? TestH2.database() : TestPostgres.database()) {
			Story.line(this.folder, 1);
			Gate gate = new Gate();
			CompletableFuture<RunReport> run = start(Runs.service(other.dataSource(), this.folder, Runs
				.settings(LockMode.LEASE, Duration.ofMinutes(1), Duration.ofMillis(300), TransactionMode.PER_REVISION)),
					gate);
			for (int renewal = 1; renewal <= 5; renewal++) {
				String before = other.string("SELECT expires_at FROM migrate_lock");
				org.awaitility.Awaitility.await()
					.pollInterval(Duration.ofMillis(10))
					.until(() -> !Objects.equals(before, other.string("SELECT expires_at FROM migrate_lock")));
			}
			gate.pass();
			assertThat(result(run).steps()).hasSize(1);
			assertThat(other.string("SELECT holder FROM migrate_lock")).isNull();
		}
	}

	/** A lease that nobody can hold on to stands for no lock at all. */
	@Test
	void letsOnlyOneOfTwoApplyARevisionWithoutAnyLock() {
		Story.line(this.folder, 1);
		Gate first = new Gate();
		CompletableFuture<RunReport> winner = start(service(settings(LockMode.ADVISORY, Duration.ofMinutes(1))), first);
		CompletableFuture<RunReport> loser = Runs
			.beside(() -> Runs.upgrade(service(settings(LockMode.LEASE, Duration.ofMinutes(1))), "head"));
		org.awaitility.Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> !"0".equals(this.database.string("SELECT count(*) FROM pg_stat_activity WHERE"
					+ " datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT%'")));
		first.pass();
		assertThat(result(winner).steps()).hasSize(1);
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> result(loser))
			.withMessageContaining("claimed by another run")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.LOCKED));
		assertThat(this.database.strings("SELECT revision FROM migrate_journal WHERE event = 'applied'")).hasSize(1);
	}

	@Test
	void waitsForARunThatIsInTheMidstOfARevisionOutsideATransaction() {
		new Story(this.folder).add("table", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;")
			.outside("index", "CREATE INDEX CONCURRENTLY a_idx ON a (id);", "DROP INDEX CONCURRENTLY a_idx;");
		EngineSettings settings = settings(LockMode.AUTO, Duration.ofMinutes(1));
		Runs.upgrade(service(settings), "0001abcd0000");
		Gate gate = new Gate();
		CompletableFuture<RunReport> holder = start(service(settings), gate);
		MigrationService other = service(settings);
		assertThat(other.status().upToDate()).isFalse();
		assertThat(other.pending(RunRequest.upgrade(TargetParser.parse("head"), "tester")).steps()).hasSize(1);
		CompletableFuture<RunReport> waiting = Runs.beside(() -> Runs.upgrade(other, "head"));
		gate.pass();
		assertThat(result(holder).steps()).hasSize(1);
		assertThat(result(waiting).steps()).isEmpty();
	}

	@Test
	void letsTwoTenantsRunAtOnce() {
		Story.line(this.folder, 1);
		this.database.execute("CREATE SCHEMA one", "CREATE SCHEMA two");
		Gate gate = new Gate();
		CompletableFuture<RunReport> one = start(
				Runs.service(new InitialSql(this.database, "SET search_path = one"), this.folder, Runs.inSchema("one")),
				gate);
		RunReport two = Runs.upgrade(
				Runs.service(new InitialSql(this.database, "SET search_path = two"), this.folder, Runs.inSchema("two")),
				"head");
		assertThat(two.steps()).hasSize(1);
		gate.pass();
		assertThat(result(one).steps()).hasSize(1);
		assertThat(this.database.strings("SELECT schemaname FROM pg_tables WHERE tablename = 't1' ORDER BY 1"))
			.containsExactly("one", "two");
	}

	@Test
	void endsTheWaitWhenItIsCancelled() {
		Story.line(this.folder, 1);
		Gate gate = new Gate();
		EngineSettings settings = settings(LockMode.AUTO, Duration.ofMinutes(1));
		CompletableFuture<RunReport> holder = start(service(settings), gate);
		Cancellation cancellation = new Cancellation();
		RunRequest request = new RunRequest(Direction.UPGRADE, TargetParser.parse("head"), "tester", (event) -> {
			if (event instanceof MigrationEvent.LockAwaited) {
				cancellation.cancel();
			}
		}, cancellation);
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> service(settings).run(request))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.INTERRUPTED));
		gate.pass();
		assertThat(result(holder).steps()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(LockMode.class)
	void needsAPoolOfOneConnectionAndLeavesItAsItWas(LockMode mode) throws SQLException {
		Story story = Story.postgresql(this.folder);
		story.outside("hostile",
				"SET lock_timeout = 77;\nSET statement_timeout = 99999;\nSET ROLE pg_monitor;\nSELECT 1;", "SELECT 1;");
		story.add("hostile too", "CREATE TEMPORARY TABLE left_over (id INTEGER);\nSET search_path = nowhere;\n"
				+ "SET ROLE pg_monitor;\nSET work_mem = '77MB';", "");
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(new InitialSql(this.database, "SET lock_timeout = '7s'"));
			pool.setMaximumPoolSize(1);
			pool.setAutoCommit(false);
			pool.setConnectionTimeout(5000);
			MigrationService service = Runs.service(pool, this.folder, settings(mode, Duration.ofSeconds(5)));
			List<String> before = session(pool);
			assertThat(Runs.upgrade(service, "head").steps()).hasSize(story.ids().size());
			assertThat(session(pool)).isEqualTo(before).anyMatch((line) -> line.contains("7s"));
			assertThat(Runs.downgrade(service, "base").steps()).hasSize(story.ids().size());
			assertThat(session(pool)).isEqualTo(before);
		}
		assertThat(this.database.strings("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
	}

	private static List<String> session(HikariDataSource pool) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
			for (String query : List.of("SELECT current_user, session_user, current_setting('search_path')",
					"SELECT name, setting, source FROM pg_settings WHERE source <> 'default' ORDER BY name",
					"SELECT current_setting('lock_timeout')",
					"SELECT count(*) FROM pg_class WHERE relpersistence = 't'")) {
				try (var rows = statement.executeQuery(query)) {
					while (rows.next()) {
						StringBuilder line = new StringBuilder();
						for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
							line.append(rows.getString(column)).append('|');
						}
						lines.add(line.toString());
					}
				}
			}
			lines.add("auto-commit=" + connection.getAutoCommit());
		}
		return lines;
	}

}
