package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.TransactionMode;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunReport;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Networks that lose answers, and crowds.
 */
class NetworkIntegrationTests {

	private static final EngineSettings SETTINGS = Runs.settings(TransactionMode.PER_REVISION);

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private static ErrorCode ended(Runnable run) {
		try {
			run.run();
			return null;
		}
		catch (MigrateException ex) {
			return ex.code();
		}
	}

	/**
	 * Each run loses the answer to one of its first commits; the next reads the state.
	 */
	@Test
	void repeatsNothingWhenTheAnswersToCommitsAreLost() throws IOException {
		Story story = Story.postgresql(this.folder);
		int lost = 0;
		boolean more = true;
		while (more) {
			try (TcpProxy proxy = TcpProxy.failingAfter("COMMIT", lost % 3 + 1, TcpProxy.Failure.CUT, this.database)) {
				MigrationService service = Runs.service(proxy.dataSource(""), this.folder, SETTINGS);
				ErrorCode code = ended(() -> Runs.upgrade(service, "head"));
				assertThat(code).isEqualTo(proxy.failed() ? ErrorCode.NO_CONNECTION : null);
				more = proxy.failed();
				lost += proxy.failed() ? 1 : 0;
				assertThat(lost).isLessThan(100);
			}
		}
		System.out.println("answers to commits that were lost: " + lost + ", repeated 0");
		assertThat(lost).isGreaterThan(story.ids().size());
		assertThat(this.database.strings("SELECT revision FROM migrate_journal WHERE event = 'applied' ORDER BY 1"))
			.isEqualTo(story.ids());
		try (TestDatabase calm = TestPostgres.database()) {
			Runs.upgrade(Runs.service(calm.dataSource(), this.folder, SETTINGS), "head");
			assertThat(Catalogue.of(this.database, "students", "courses", "enrolments"))
				.isEqualTo(Catalogue.of(calm, "students", "courses", "enrolments"));
		}
	}

	@ParameterizedTest
	@EnumSource(TcpProxy.Failure.class)
	void readsTheStateAgainWhenTheNetworkFailsInAStatement(TcpProxy.Failure failure) throws IOException {
		new Story(this.folder)
			.add("first", "CREATE TABLE a (id INTEGER);\nINSERT INTO a /* lost */ VALUES (1);", "DROP TABLE a;")
			.outside("second", "CREATE INDEX CONCURRENTLY a_idx ON a (id);", "DROP INDEX CONCURRENTLY a_idx;");
		MigrationService direct = Runs.service(this.database, this.folder);
		for (String text : List.of("/* lost */", "CREATE INDEX CONCURRENTLY a_idx")) {
			try (TcpProxy proxy = TcpProxy.failingAfter(text, failure, this.database)) {
				MigrationService service = Runs.service(
						proxy.dataSource((failure == TcpProxy.Failure.STALL) ? "&socketTimeout=1" : ""), this.folder,
						SETTINGS);
				assertThat(ended(() -> Runs.upgrade(service, "head"))).isEqualTo(ErrorCode.NO_CONNECTION);
				assertThat(proxy.failed()).isTrue();
			}
		}
		Runs.upgrade(direct, "head");
		assertThat(this.database.strings("SELECT id FROM a")).containsExactly("1");
		assertThat(this.database.strings("SELECT indisvalid FROM pg_index WHERE indrelid = 'a'::regclass"))
			.containsExactly("t");
		assertThat(this.database.strings("SELECT count(*) FROM migrate_journal WHERE event = 'applied'"))
			.containsExactly("2");
	}

	@ParameterizedTest
	@EnumSource(value = LockMode.class, names = { "ADVISORY", "LEASE" })
	void fiftyAtOnceRunEachRevisionOnce(LockMode mode) {
		Story story = Story.line(this.folder, 5);
		EngineSettings settings = Runs.settings(mode, Duration.ofMinutes(1), Duration.ofSeconds(30),
				TransactionMode.PER_REVISION);
		ExecutorService threads = Executors.newFixedThreadPool(50);
		try {
			List<CompletableFuture<RunReport>> runs = new ArrayList<>();
			for (int number = 0; number < 50; number++) {
				runs.add(CompletableFuture.supplyAsync(
						() -> Runs.upgrade(Runs.service(this.database.dataSource(), this.folder, settings), "head"),
						threads));
			}
			assertThat(runs.stream().map(CompletableFuture::join).mapToInt((report) -> report.steps().size()).sum())
				.isEqualTo(story.ids().size());
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.database.strings("SELECT revision FROM migrate_journal WHERE event = 'applied' ORDER BY 1"))
			.isEqualTo(story.ids());
	}

}
