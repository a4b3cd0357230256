package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RepairRequest.Action;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A run that dies in a revision outside a transaction, and the next one, which finds out
 * what became of the statement that was under way.
 */
class ResumptionIntegrationTests {

	private static final String WAY_BACK = "SELECT 1;";

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private MigrationService service;

	@BeforeEach
	void open() {
		this.service = Runs.service(this.database, this.folder);
		this.database.execute("CREATE TABLE a (id INTEGER)", "INSERT INTO a VALUES (1), (2)",
				"CREATE INDEX old_idx ON a (id)", "CREATE TABLE parted (id INTEGER) PARTITION BY LIST (id)",
				"CREATE TABLE part PARTITION OF parted FOR VALUES IN (1)", "CREATE TYPE mood AS ENUM ('calm')",
				"CREATE TABLE calls (id INTEGER)", "CREATE PROCEDURE commits() LANGUAGE plpgsql AS"
						+ " $$ BEGIN INSERT INTO calls VALUES (1); COMMIT; INSERT INTO calls VALUES (2); END $$");
	}

	/** Ends a run without a word, as kill -9 does. */
	private static final class Death extends Error {

		private static final long serialVersionUID = 1L;

	}

	private static void die(MigrationService service, Moment moment, int statement) {
		int[] seen = new int[1];
		MigrationListener killer = (event) -> {
			boolean counted = (moment == Moment.BEFORE) ? event instanceof MigrationEvent.StatementStarted
					: event instanceof MigrationEvent.StatementFinished;
			if (counted && ++seen[0] == statement) {
				throw new Death();
			}
		};
		assertThatThrownBy(() -> service.run(RunRequest.upgrade(TargetParser.parse("head"), "the dead").with(killer)))
			.isInstanceOf(Death.class);
	}

	private enum Moment {

		BEFORE, AFTER

	}

	private MigrateException refused(Runnable work, String... words) {
		MigrateException[] thrown = new MigrateException[1];
		assertThatExceptionOfType(MigrateException.class).isThrownBy(work::run).satisfies((ex) -> {
			assertThat(ex.code()).as(ex.getMessage()).isEqualTo(ErrorCode.UNFINISHED);
			thrown[0] = ex;
		});
		assertThat(List.of(words)).allMatch(thrown[0].getMessage()::contains);
		return thrown[0];
	}

	private List<String> story() {
		return this.database.strings("SELECT event || coalesce(' ' || statement, '') || coalesce(': ' || detail, '')"
				+ " FROM migrate_journal WHERE event IN ('statement', 'done', 'applied', 'died')"
				+ " AND (statement IS NOT NULL OR event <> 'statement') ORDER BY id");
	}

	/**
	 * Each dies before and after it ran. The third column is what the catalogue has in
	 * the end.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CREATE INDEX CONCURRENTLY new_idx ON a (id) | new_idx    | SELECT count(*) FROM pg_index WHERE indexrelid = to_regclass('new_idx') AND indisvalid
					DROP INDEX CONCURRENTLY old_idx             | dropped    | SELECT CASE WHEN to_regclass('old_idx') IS NULL THEN 1 ELSE 0 END
					ALTER TABLE parted DETACH PARTITION part CONCURRENTLY | detached | SELECT 1 - count(*) FROM pg_inherits WHERE inhrelid = 'part'::regclass
					ALTER TYPE mood ADD VALUE 'happy'           | value      | SELECT count(*) FROM pg_enum WHERE enumlabel = 'happy'
					INSERT INTO calls VALUES (7)                | row        | SELECT count(*) FROM calls WHERE id = 7
					DO $$ BEGIN INSERT INTO calls VALUES (7); END $$ | block  | SELECT count(*) FROM calls WHERE id = 7
					VACUUM a                                    | vacuum     | SELECT 1
					REINDEX INDEX CONCURRENTLY old_idx          | reindex    | SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass
					SET work_mem = '5MB'                        | setting    | SELECT 1
					""")
	void goesOnWhateverTheMoment(String statement, String name, String query) {
		for (Moment moment : Moment.values()) {
			new Story(this.folder).outside(name, statement + ";\nINSERT INTO calls VALUES (99);", WAY_BACK);
			die(this.service, moment, 1);
			assertThat(this.service.plan(RunRequest.upgrade(TargetParser.parse("head"), "tester")).steps()).hasSize(1);
			RunReport report = Runs.upgrade(this.service, "head");
			assertThat(report.warnings()).singleElement()
				.asString()
				.contains("died at statement 1 of 2; this run goes on with it");
			assertThat(this.database.string(query)).as("%s, %s", name, moment).isEqualTo("1");
			assertThat(this.database.string("SELECT count(*) FROM calls WHERE id = 99")).isEqualTo("1");
			assertThat(this.database
				.strings("SELECT event FROM migrate_journal WHERE event IN ('applied', 'died')" + " ORDER BY id"))
				.containsExactly("died", "applied");
			assertThat(this.service.status().upToDate()).isTrue();
			this.database.close();
			this.database = TestPostgres.database();
			open();
		}
	}

	@Test
	void createsAndDropsADatabaseOnce() {
		String other = this.database.name() + "_other";
		new Story(this.folder).outside("database", "CREATE DATABASE " + other + ";\nDROP DATABASE " + other + ";",
				WAY_BACK);
		die(this.service, Moment.AFTER, 1);
		die(this.service, Moment.AFTER, 1);
		assertThat(Runs.upgrade(this.service, "head").steps()).hasSize(1);
		assertThat(story()).contains("done 1: found done by a later run", "done 2: found done by a later run");
	}

	@Test
	void dropsAnInvalidIndexAndBuildsItAnew() {
		new Story(this.folder).outside("index", "CREATE INDEX CONCURRENTLY new_idx ON a (id);", WAY_BACK);
		die(this.service, Moment.AFTER, 1);
		String before = this.database.string("SELECT 'new_idx'::regclass::oid");
		this.database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'new_idx'::regclass");
		assertThat(this.service.status().leftovers()).containsExactly("invalid index new_idx");
		Runs.upgrade(this.service, "head");
		assertThat(this.database.strings(
				"SELECT indisvalid, indexrelid <> " + before + " FROM pg_index WHERE indexrelid = 'new_idx'::regclass"))
			.containsExactly("t|t");
	}

	@Test
	void finishesADetachThatIsPending() {
		new Story(this.folder).outside("detach", "ALTER TABLE parted DETACH PARTITION part CONCURRENTLY;", WAY_BACK);
		die(this.service, Moment.BEFORE, 1);
		this.database.execute("UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'part'::regclass");
		Runs.upgrade(this.service, "head");
		assertThat(this.database.strings("SELECT 1 FROM pg_inherits WHERE inhrelid = 'part'::regclass")).isEmpty();
		assertThat(story()).contains("done 1: found done by a later run");
	}

	@Test
	void dropsTheCopiesThatADeadReindexLeft() {
		new Story(this.folder).outside("reindex", "REINDEX TABLE CONCURRENTLY a;", WAY_BACK);
		die(this.service, Moment.BEFORE, 1);
		this.database.execute("CREATE INDEX old_idx_ccnew ON a (id)",
				"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'old_idx_ccnew'::regclass");
		Runs.upgrade(this.service, "head");
		assertThat(this.database.strings("SELECT indexname FROM pg_indexes WHERE tablename = 'a'"))
			.containsExactly("old_idx");
	}

	@Test
	void anIndexThatWasThereBeforeIsNotTakenForItsOwn() {
		new Story(this.folder).outside("index", "CREATE INDEX CONCURRENTLY old_idx ON a (id);", WAY_BACK);
		die(this.service, Moment.BEFORE, 1);
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(this.service, "head"))
			.withMessageContaining("42P07");
		refused(() -> Runs.upgrade(this.service, "head"), "failed at statement 1 of 1");
	}

	@Test
	void beginsATransactionOfItsOwnMakingAnew() {
		new Story(this.folder).outside("own",
				"INSERT INTO calls VALUES (1);\nBEGIN;\nINSERT INTO calls VALUES (2);\nCOMMIT;\nVACUUM a;", WAY_BACK);
		this.database.execute("ALTER TABLE calls ADD UNIQUE (id)");
		try (TestDatabase other = TestPostgres.database()) {
			other.execute("CREATE TABLE calls (id INTEGER UNIQUE)", "CREATE TABLE a (id INTEGER)");
			MigrationService engine = Runs.service(other, this.folder);
			die(engine, Moment.AFTER, 4);
			Runs.upgrade(engine, "head");
			assertThat(other.strings("SELECT id FROM calls ORDER BY id")).containsExactly("1", "2");
		}
		die(this.service, Moment.AFTER, 3);
		Runs.upgrade(this.service, "head");
		assertThat(this.database.strings("SELECT id FROM calls ORDER BY id")).containsExactly("1", "2");
	}

	@Test
	void stopsWhereNobodyCanTell() {
		new Story(this.folder).outside("call", "INSERT INTO calls VALUES (0);\nCALL commits();", WAY_BACK);
		die(this.service, Moment.BEFORE, 2);
		MigrateException stop = refused(() -> Runs.upgrade(this.service, "head"), "died at statement 2 of 2",
				"0001abcd0000.sql:8) was done can't be told", "Nothing was run.");
		assertThat(stop.hint()).contains("db repair --resume", "--undo", "--mark-done");
		assertThat(this.service.status().revisions().get(0).unfinished()).isNotNull()
			.satisfies((step) -> assertThat(step.describe()).isEqualTo("died at statement 2 of 2"));
		Runs.repair(this.service, Action.RESUME);
		assertThat(this.database.strings("SELECT id FROM calls ORDER BY id")).containsExactly("0", "1", "2");
		assertThat(this.service.status().upToDate()).isTrue();
	}

	@Test
	void stopsWhenTheFileIsNoLongerTheSame() throws IOException {
		Story story = new Story(this.folder).outside("index", "CREATE INDEX CONCURRENTLY new_idx ON a (id);", WAY_BACK);
		die(this.service, Moment.BEFORE, 1);
		Path file = this.folder.resolve(story.last() + ".sql");
		String text = Files.readString(file);
		Files.writeString(file, text.replace("new_idx", "other_idx"));
		refused(() -> Runs.upgrade(this.service, "head"), "died at statement 1 of 1",
				"no longer those that it began with");
		Files.writeString(file, text.replace("CREATE", "-- a comment\n\nCREATE"));
		assertThat(Runs.upgrade(this.service, "head").steps()).hasSize(1);
	}

	@Test
	void goesOnOnlyTheWayItWasGoing() {
		new Story(this.folder).add("first", "INSERT INTO calls VALUES (1);", "DELETE FROM calls WHERE id = 1;")
			.outside("index", "CREATE INDEX CONCURRENTLY new_idx ON a (id);", "DROP INDEX CONCURRENTLY new_idx;");
		die(this.service, Moment.BEFORE, 2);
		assertThat(refused(() -> Runs.downgrade(this.service, "base"), "The upgrade of revision").hint())
			.contains("`db upgrade`");
		assertThat(refused(() -> Runs.upgrade(this.service, "0001abcd0000")).hint()).contains("a target that");
		RunReport report = Runs.upgrade(this.service, "head");
		assertThat(report.from()).extracting(Object::toString).containsExactly("0001abcd0000");
		assertThat(report.to()).extracting(Object::toString).containsExactly("0002abcd0000");
		assertThat(Runs.downgrade(this.service, "base").steps()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CREATE TABLE b (id INTEGER)                               | true
			CREATE INDEX a_idx ON a (id)                              | true
			CREATE INDEX ON a (id)                                    | false
			ALTER TABLE a ADD COLUMN name VARCHAR                     | true
			ALTER TABLE a ADD CHECK (id > 0)                          | false
			ALTER TABLE a ALTER COLUMN id SET DATA TYPE BIGINT USING id * 100 | false
			ALTER TABLE a ALTER COLUMN id RENAME TO number            | true
			DROP TABLE gone                                           | true
			INSERT INTO a VALUES (3)                                  | true
			TRUNCATE TABLE a                                          | false
			""")
	void asksH2ByRunningAgainWhatItRefusesTwice(String statement, boolean goesOn) {
		for (Moment moment : Moment.values()) {
			new Story(this.folder).outside("one", statement + ";\nCREATE TABLE last (id INTEGER);", WAY_BACK);
			try (TestDatabase h2 = TestH2.database()) {
				h2.execute("CREATE TABLE a (id INTEGER)", "INSERT INTO a VALUES (1)", "CREATE TABLE gone (id INTEGER)");
				MigrationService engine = Runs.service(h2, this.folder);
				die(engine, moment, 1);
				if (!goesOn) {
					refused(() -> Runs.upgrade(engine, "head"), "can't be told");
					continue;
				}
				Runs.upgrade(engine, "head");
				assertThat(engine.status().upToDate()).isTrue();
				assertThat(h2.string("SELECT count(*) FROM a")).isEqualTo(statement.startsWith("INSERT") ? "2" : "1");
			}
		}
	}

	/** Its lease ends while it stands still; another goes on; then it wakes up. */
	@Test
	void aHolderThatComesBackAfterItsLeaseEndedRepeatsNothing() throws Exception {
		new Story(this.folder).outside("rows", "INSERT INTO calls VALUES (1);\nINSERT INTO calls VALUES (2);",
				WAY_BACK);
		EngineSettings leased = Runs.settings(LockMode.LEASE, Duration.ofMinutes(1), Duration.ofSeconds(30),
				TransactionMode.PER_REVISION);
		MigrationService engine = Runs.service(this.database.dataSource(), this.folder, leased);
		CountDownLatch reached = new CountDownLatch(1);
		CountDownLatch open = new CountDownLatch(1);
		CompletableFuture<RunReport> old = Runs
			.beside(() -> engine.run(RunRequest.upgrade(TargetParser.parse("head"), "old").with((event) -> {
				if (event instanceof MigrationEvent.StatementFinished && reached.getCount() > 0) {
					reached.countDown();
					await(open);
				}
			})));
		await(reached);
		this.database.execute("UPDATE migrate_lock SET expires_at = now() - interval '1 second'");
		assertThat(Runs.upgrade(engine, "head").steps()).hasSize(1);
		open.countDown();
		assertThatThrownBy(() -> old.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
			.hasMessageContaining("lease of this run ended");
		assertThat(this.database.strings("SELECT id FROM calls ORDER BY id")).containsExactly("1", "2");
		assertThat(this.service.status().upToDate()).isTrue();
		assertThat(Runs.upgrade(this.service, "head").steps()).isEmpty();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
