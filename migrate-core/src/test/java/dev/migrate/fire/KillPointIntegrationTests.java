package dev.migrate.fire;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.TransactionMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunReport;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The connection dies before and after everything that is sent. Whatever the point, the
 * same command run again ends where a calm run ends: nobody has to repair anything.
 */
class KillPointIntegrationTests {

	private static final String[] TABLES = { "students", "courses", "enrolments", "t7", "t8", "t9", "t10" };

	/** With {@code -Dfire=true} no point is left out anywhere. */
	private static final boolean EVERY_POINT = Boolean.getBoolean("fire");

	private static final int H2_STRIDE = 13;

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "PER_REVISION, AUTO, 7", "ALL, AUTO, 11", "PER_REVISION, LEASE, 23" })
	void losesAndRepeatsNothingOnPostgresql(TransactionMode transactions, LockMode lock, int stride)
			throws SQLException {
		Story story = Story.postgresql(this.folder);
		try (TestDatabase calm = TestPostgres.database();
				TestDatabase database = TestPostgres.database();
				Connection killer = calm.connect()) {
			EngineSettings settings = Runs.settings(lock, Duration.ofMinutes(1), Duration.ofSeconds(30), transactions);
			Points points = visitAll(calm, database, story, settings, stride, (connection) -> {
				terminate(killer, connection);
				if (lock == LockMode.LEASE) {
					// The lease of a dead holder would only end with time.
					database.execute("UPDATE migrate_lock SET expires_at = now() - interval '1 hour'");
				}
			});
			System.out.println("kill points on PostgreSQL, transaction=" + transactions + ", lock=" + lock + ", every "
					+ points.stride() + ": " + points + ", lost 0, repeated 0");
			assertThat(points.up()).isGreaterThan(110 / stride);
			assertThat(points.down()).isGreaterThan(110 / stride);
			assertThat(points.wentOn()).isGreaterThan(40 / stride);
		}
	}

	@Test
	void losesAndRepeatsNothingOnH2() {
		Story story = Story.h2(this.folder);
		try (TestDatabase calm = TestH2.database(); TestDatabase database = TestH2.database()) {
			EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
			Points points = visitAll(calm, database, story, settings, H2_STRIDE, (connection) -> {
				connection.close();
				// The lease of a dead holder would only end with time.
				database.execute("UPDATE migrate_lock SET expires_at = DATEADD('HOUR', -1, CURRENT_TIMESTAMP)"
						+ " WHERE EXISTS (SELECT 1 FROM migrate_lock)");
			});
			System.out.println("kill points on H2, every " + points.stride() + ": " + points + ", lost 0, repeated 0");
			assertThat(points.up()).isGreaterThan(240 / H2_STRIDE);
			assertThat(points.down()).isGreaterThan(240 / H2_STRIDE);
			assertThat(points.wentOn()).isGreaterThan(10);
		}
	}

	private static Points visitAll(TestDatabase calm, TestDatabase database, Story story, EngineSettings settings,
			int stride, FaultyDataSource.Killer killer) {
		MigrationService calmly = Runs.service(calm.dataSource(), story.folder(), settings);
		Runs.upgrade(calmly, "head");
		List<String> head = Catalogue.of(calm, TABLES);
		Runs.downgrade(calmly, "base");
		List<String> base = Catalogue.of(calm, TABLES);
		MigrationService service = Runs.service(database.dataSource(), story.folder(), settings);
		Runs.upgrade(service, story.ids().get(0));
		Runs.downgrade(service, "base");
		int up = 0;
		int down = 0;
		int wentOn = 0;
		boolean more = true;
		int step = EVERY_POINT ? 1 : stride;
		for (int point = 1; more; point += step) {
			FaultyDataSource faulty = new FaultyDataSource(database.dataSource(), killer, point);
			wentOn += strike(faulty, database, story, settings, true) ? 1 : 0;
			assertThat(Catalogue.of(database, TABLES)).as("up, killed %s (point %d)", faulty.last(), point)
				.isEqualTo(head);
			more = faulty.struck();
			up += faulty.struck() ? 1 : 0;
			faulty = new FaultyDataSource(database.dataSource(), killer, point);
			wentOn += strike(faulty, database, story, settings, false) ? 1 : 0;
			assertThat(Catalogue.of(database, TABLES)).as("down, killed %s (point %d)", faulty.last(), point)
				.isEqualTo(base);
			database.execute("DELETE FROM migrate_journal");
			more |= faulty.struck();
			down += faulty.struck() ? 1 : 0;
		}
		return new Points(step, up, down, wentOn);
	}

	/**
	 * Run into the fatal point, then run again as anybody would; true if the second run
	 * went on in the midst of a revision.
	 */
	private static boolean strike(FaultyDataSource faulty, TestDatabase database, Story story, EngineSettings settings,
			boolean upgrade) {
		try {
			run(Runs.service(faulty, story.folder(), settings), upgrade);
		}
		catch (MigrateException ex) {
			assertThat(ex.code()).as("killed %s", faulty.last()).isEqualTo(ErrorCode.NO_CONNECTION);
		}
		RunReport again = run(Runs.service(database.dataSource(), story.folder(), settings), upgrade);
		assertThat(again.warnings()).as("killed %s", faulty.last())
			.allMatch((warning) -> warning.matches(
					".* (died (at|after) statement \\d of \\d|died before its first statement); this run goes on with it."));
		return !again.warnings().isEmpty();
	}

	private static RunReport run(MigrationService service, boolean upgrade) {
		return upgrade ? Runs.upgrade(service, "head") : Runs.downgrade(service, "base");
	}

	private static void terminate(Connection killer, Connection victim) throws SQLException {
		int process = victim.unwrap(org.postgresql.PGConnection.class).getBackendPID();
		try (Statement statement = killer.createStatement()) {
			statement.execute("SELECT pg_terminate_backend(" + process + ")");
			await().pollInterval(Duration.ofMillis(1))
				.atMost(Duration.ofSeconds(10))
				.until(() -> isGone(statement, process));
		}
	}

	private static boolean isGone(Statement statement, int process) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_stat_activity WHERE pid = " + process)) {
			return !rows.next();
		}
	}

	private record Points(int stride, int up, int down, int wentOn) {
	}

}
