package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrate.plan.TransactionMode;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.MigrationService;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Processes of their own that upgrade one database at once, and what kill -9 leaves.
 */
class RacingProcessesIntegrationTests {

	private static final long SEED = 20261120L;

	private static final boolean FIRE = Boolean.getBoolean("fire");

	private static final int ROUNDS = FIRE ? 20 : 1;

	private static final int PROCESSES = FIRE ? 10 : 4;

	private static final int KILLS = 3;

	@TempDir
	Path folder;

	@TempDir
	Path logs;

	@OwnDatabase
	TestDatabase database;

	private final List<UpgradeProcess> processes = new ArrayList<>();

	@AfterEach
	void close() {
		this.processes.forEach(UpgradeProcess::kill);
	}

	private UpgradeProcess start(Story story, LockMode mode) {
		UpgradeProcess process = UpgradeProcess.start(this.database, story, mode, log());
		this.processes.add(process);
		return process;
	}

	private Path log() {
		return this.logs.resolve("processes.log");
	}

	private String said() {
		try {
			return Files.exists(log()) ? Files.readString(log()) : "";
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2, LEASE", "6, AUTO" })
	void runEachRevisionOnce(int count, LockMode mode) {
		Story story = Story.postgresql(this.folder);
		for (int number = 0; number < count; number++) {
			start(story, mode);
		}
		assertThat(this.processes).extracting(UpgradeProcess::exitCode).as(this::said).containsOnly(0);
		assertThat(applied()).isEqualTo(story.ids());
		assertThat(Catalogue.of(this.database, "students", "courses", "enrolments")).isEqualTo(calm(story));
	}

	@Test
	void goOnWhoeverIsKilled() {
		Story story = longStory();
		List<String> calm = calm(story);
		Random random = new Random(SEED);
		int killed = 0;
		int holders = 0;
		for (int round = 1; round <= ROUNDS; round++) {
			for (int number = 0; number < PROCESSES; number++) {
				start(story, LockMode.AUTO);
			}
			for (int number = 0; number < KILLS; number++) {
				int part = story.ids().size() / KILLS;
				int least = number * part + random.nextInt(part - 5);
				await().atMost(Duration.ofMinutes(1)).until(() -> rows() >= least);
				List<UpgradeProcess> alive = this.processes.stream().filter(UpgradeProcess::isAlive).toList();
				// Every other time the one that is at work.
				String holder = random.nextBoolean() ? holder() : null;
				UpgradeProcess victim = alive.stream()
					.filter((process) -> process.name().equals(holder))
					.findFirst()
					.orElseGet(() -> alive.get(random.nextInt(alive.size())));
				victim.kill();
				this.processes.remove(victim);
				start(story, LockMode.AUTO);
				killed++;
				holders += victim.name().equals(holder) ? 1 : 0;
			}
			assertThat(this.processes).extracting(UpgradeProcess::exitCode).as(this::said).containsOnly(0);
			assertThat(applied()).as("round %d, seed %d", round, SEED).isEqualTo(story.ids());
			assertThat(Catalogue.of(this.database, "students", "courses", "enrolments", "once"))
				.as("round %d, seed %d", round, SEED)
				.isEqualTo(calm);
			this.processes.clear();
			this.database.close();
			this.database = TestPostgres.database();
		}
		System.out
			.println("killed processes: " + ROUNDS + " rounds of " + PROCESSES + " processes and " + story.ids().size()
					+ " revisions, " + killed + " killed (" + holders + " of them at work), lost 0, repeated 0");
	}

	/** Fifty revisions, one of them outside a transaction. */
	private Story longStory() {
		Story story = Story.postgresql(this.folder)
			.add("once", "CREATE TABLE once (revision INTEGER);", "DROP TABLE once;");
		for (int number = story.ids().size() + 1; number <= 50; number++) {
			story.add("table " + number, "CREATE TABLE t" + number + " (id INTEGER);\nINSERT INTO once VALUES ("
					+ number + ");\nSELECT pg_sleep(0.02);", "DROP TABLE t" + number + ";");
		}
		return story;
	}

	private @Nullable String holder() {
		List<String> names = this.database
			.strings("SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
					+ " WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()");
		return names.isEmpty() ? null : names.get(0);
	}

	@ParameterizedTest
	@CsvSource({ "AUTO", "LEASE" })
	void goOnWithinSecondsAfterTheHolderWasKilledInAStatement(LockMode mode) {
		this.database.execute("CREATE TABLE pace AS SELECT 600 AS seconds");
		Story story = new Story(this.folder).add("first", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;")
			.add("slow", "CREATE TABLE b (id INTEGER);\nSELECT pg_sleep(seconds) FROM pace;", "DROP TABLE b;");
		UpgradeProcess holder = start(story, mode);
		await().atMost(Duration.ofMinutes(1)).until(() -> sleepers() == 1);
		holder.kill();
		this.database.execute("UPDATE pace SET seconds = 0");
		await().atMost(Duration.ofSeconds(20)).until(() -> sleepers() == 0);
		assertThat(this.database.strings("SELECT to_regclass('a') IS NOT NULL, to_regclass('b') IS NULL"))
			.containsExactly("t|t");
		UpgradeProcess next = start(story, mode);
		assertThat(next.exitCode()).as(this::said).isZero();
		assertThat(applied()).isEqualTo(story.ids());
		assertThat(this.database.strings(
				"SELECT event FROM migrate_journal WHERE event IN ('started', 'died'," + " 'finished') ORDER BY id"))
			.containsExactly("started", "died", "started", "finished");
	}

	private int sleepers() {
		return Integer.parseInt(String.valueOf(this.database.string("SELECT count(*) FROM pg_stat_activity"
				+ " WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(seconds)%'"
				+ " AND pid <> pg_backend_pid()")));
	}

	private int rows() {
		return this.database.string("SELECT to_regclass('migrate_version')") == null ? 0
				: Integer.parseInt(String.valueOf(this.database.string("SELECT count(*) FROM migrate_version")));
	}

	private List<String> applied() {
		return this.database.strings("SELECT revision FROM migrate_journal WHERE event = 'applied' ORDER BY 1");
	}

	private static List<String> calm(Story story) {
		try (TestDatabase database = TestPostgres.database()) {
			MigrationService service = Runs.service(database.dataSource(), story.folder(),
					Runs.settings(TransactionMode.PER_REVISION));
			Runs.upgrade(service, "head");
			return Catalogue.of(database, "students", "courses", "enrolments", "once");
		}
	}

}
