package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.FailedRun;
import dev.migrate.plan.TransactionMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import dev.migrate.service.RunReport;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What runners of migrations are known to get wrong, as far as no other class of this
 * package is about it.
 */
class RunnerCasesIntegrationTests {

	private static final EngineSettings SETTINGS = Runs.settings(TransactionMode.PER_REVISION);

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private MigrationService service;

	@BeforeEach
	void open() {
		this.service = Runs.service(this.database, this.folder);
	}

	@Test
	void givesEachRevisionTheSessionAsItWasWhateverTheOneBeforeDid() {
		this.database.execute("CREATE TABLE seen (id SERIAL, path TEXT, wait TEXT, role TEXT)", "CREATE SCHEMA other");
		Story story = Story.postgresql(this.folder);
		String look = "INSERT INTO public.seen (path, wait, role) VALUES (current_setting('search_path'),"
				+ " current_setting('work_mem'), current_user);";
		List<String> changes = List.of("CREATE TABLE plain (id INTEGER);", "SET search_path = other;",
				"SET ROLE pg_monitor;", "ALTER TABLE plain ADD COLUMN a INTEGER;",
				"DO $$ BEGIN PERFORM set_config('work_mem', '77MB', false); END $$;",
				"CREATE TABLE copied AS SELECT set_config('work_mem', '78MB', false) AS a;",
				"CREATE FUNCTION spoil() RETURNS event_trigger LANGUAGE plpgsql AS"
						+ " $$ BEGIN PERFORM set_config('work_mem', '79MB', false); END $$;"
						+ " CREATE EVENT TRIGGER spoiler ON ddl_command_end EXECUTE FUNCTION spoil();",
				"CREATE TABLE spoiled (id INTEGER);", "ALTER TABLE spoiled ADD COLUMN a INTEGER;");
		for (int number = 0; number < changes.size(); number++) {
			story.add("change " + number, changes.get(number), "SELECT 1;");
			story.add("look " + number, look, "SELECT 1;");
		}
		Runs.upgrade(this.service, "head");
		assertThat(
				this.database.strings("SELECT DISTINCT path || ' ' || wait || ' ' || (role = current_user) FROM seen"))
			.hasSize(1)
			.allMatch((line) -> line.endsWith(" true") && !line.contains("other") && !line.contains("7"));
		assertThat(this.database.strings("SELECT count(*)::text FROM seen")).containsExactly("9");
		this.database.execute("DROP EVENT TRIGGER spoiler");
	}

	private MigrateException refused() {
		MigrateException[] thrown = new MigrateException[1];
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.upgrade(this.service, "head"))
			.satisfies((ex) -> thrown[0] = ex);
		assertThat(thrown[0].getMessage()).doesNotContain("\n").endsWith(".");
		return thrown[0];
	}

	private List<FailedRun> failures() {
		return this.service.status()
			.revisions()
			.stream()
			.map(RevisionEntry::lastFailure)
			.filter((failure) -> failure != null)
			.toList();
	}

	@Test
	void aFileThatIsRenamedOrMovedIsTheSameRevision() throws IOException {
		Story story = Story.line(this.folder, 2);
		Runs.upgrade(this.service, "head");
		Path deeper = Files.createDirectories(this.folder.resolve("of/last year"));
		Files.move(this.folder.resolve(story.last() + ".sql"), deeper.resolve("another name.sql"));
		story.add("third", "CREATE TABLE t3 (id INTEGER);", "DROP TABLE t3;");
		assertThat(Runs.upgrade(this.service, "head").steps()).hasSize(1);
		assertThat(this.service.status().in(RevisionState.APPLIED)).hasSize(3);
		assertThat(Runs.downgrade(this.service, "base").steps()).hasSize(3);
	}

	@Test
	void nobodyWaitsForEverWhereAllBuildAnIndexConcurrently() {
		Story story = new Story(this.folder).add("first", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;")
			.outside("index", "CREATE INDEX CONCURRENTLY a_idx ON a (id);", "DROP INDEX CONCURRENTLY a_idx;");
		Runs.upgrade(this.service, story.ids().get(0));
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			List<CompletableFuture<RunReport>> runs = new ArrayList<>();
			for (int number = 0; number < 6; number++) {
				runs.add(CompletableFuture.supplyAsync(() -> Runs.upgrade(this.service, "head"), threads));
			}
			assertThat(runs.stream().map(CompletableFuture::join).mapToInt((report) -> report.steps().size()).sum())
				.isEqualTo(1);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.database.strings("SELECT indisvalid FROM pg_index WHERE indrelid = 'a'::regclass"))
			.containsExactly("t");
	}

	@Test
	void aStatementThatTakesTooLongLeavesNothingAndIsExplained() {
		new Story(this.folder).add("slow",
				"CREATE TABLE a (id INTEGER);\nSET LOCAL statement_timeout = '50ms';\nSELECT pg_sleep(60);",
				"DROP TABLE a;");
		MigrateException refused = refused();
		assertThat(refused.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
		assertThat(refused.getMessage()).contains("failed at statement 3 of 3", "57014", "nothing of it remains");
		assertThat(refused.hint()).contains("statement_timeout");
		assertThat(this.database.string("SELECT to_regclass('a')")).isNull();
	}

	@Test
	void whoFindsNoConnectionLeftIsToldSo() {
		Story.line(this.folder, 1);
		String role = "role_" + this.database.name();
		this.database.execute("CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 0 PASSWORD 'x'");
		try {
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setUrl(this.database.url());
			dataSource.setUser(role);
			dataSource.setPassword("x");
			this.service = Runs.service(dataSource, this.folder, SETTINGS);
			MigrateException refused = refused();
			assertThat(refused.code()).isEqualTo(ErrorCode.NO_CONNECTION);
			assertThat(refused.getMessage()).contains("too many connections", "SQLSTATE 53300");
			assertThat(refused.hint()).contains("max_connections");
		}
		finally {
			this.database.execute("DROP ROLE " + role);
		}
	}

	@Test
	void theStatusTellsHowARevisionFailedUntilItIsDone() throws IOException {
		Story story = new Story(this.folder).add("first", "CREATE TABLE a (id INTEGER);", "DROP TABLE nowhere;")
			.add("second", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES ('x');", "DELETE FROM a;");
		assertThat(failures()).isEmpty();
		refused();
		assertThat(failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.revision()).hasToString(story.last());
			assertThat(failure.describe()).isEqualTo("upgrade failed at statement 2 of 2");
			assertThat(failure.detail()).contains("invalid input syntax");
			assertThat(failure.happenedAt()).isNotNull();
		});
		assertThat(this.service.status().in(RevisionState.PENDING)).hasSize(1);
		Path file = this.folder.resolve(story.last() + ".sql");
		Files.writeString(file, Files.readString(file).replace("'x'", "2"));
		Runs.upgrade(this.service, "head");
		assertThat(failures()).isEmpty();
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> Runs.downgrade(this.service, "base"));
		assertThat(failures()).extracting(FailedRun::describe).containsExactly("downgrade failed at statement 1 of 1");
		this.database.execute("DROP TABLE migrate_journal");
		assertThat(failures()).isEmpty();
	}

}
