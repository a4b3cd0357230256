package dev.migrate.sample.endtoend;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.migrate.sample.endtoend.SampleJar.Result;
import dev.migrate.sample.endtoend.SampleJar.Running;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the running application shows, survives and refuses.
 */
class ApplicationOfTheJarTests {

	private static final String DRY_RUN = "{\"revision\":\"-1\",\"dryRun\":true}";

	@TempDir
	Path directory;

	@OwnDatabase
	TestDatabase database;

	private SampleJar jar;

	@BeforeEach
	void open() {
		this.jar = new SampleJar(this.directory, this.database);
	}

	@Test
	void everyoneSeesTheRevisionsAndNobodyRunsThemByDefault() throws Exception {
		try (Running application = this.jar.start().started()) {
			HttpResponse<String> seen = application.get("");
			assertThat(seen.statusCode()).isEqualTo(200);
			assertThat(seen.body()).contains("\"upToDate\":true").doesNotContain("\"state\":\"pending\"");
			assertThat(seen.body().split("\"state\":\"applied\"", -1)).hasSize(10);
			assertThat(application.post("/downgrade", "operator:operator", DRY_RUN).statusCode()).isEqualTo(405);
		}
	}

	@Test
	void theOperatorPlansAndRunsWhenTheEndpointIsOpen() throws Exception {
		try (Running application = this.jar.start("--management.endpoint.migrations.access=unrestricted").started()) {
			HttpResponse<String> plan = application.post("/downgrade", "operator:operator", DRY_RUN);
			assertThat(plan.statusCode()).isEqualTo(200);
			assertThat(plan.body()).contains("\"dryRun\":true", "DELETE FROM courses WHERE code IN");
			assertThat(application.post("/downgrade", null, DRY_RUN).statusCode()).isEqualTo(401);
			assertThat(application.post("/downgrade", "user:user", DRY_RUN).statusCode()).isEqualTo(403);
			assertThat(application.post("/upgrade/head", "operator:operator", null).statusCode()).isEqualTo(200);
			HttpResponse<String> nosuch = application.post("/upgrade", "operator:operator",
					"{\"revision\":\"nosuch\"}");
			assertThat(nosuch.statusCode()).isEqualTo(400);
			assertThat(nosuch.body()).contains("has a revision 'nosuch'", "f46a0c9e7b12");
			assertThat(this.database.strings("SELECT count(*) FROM migrate_version")).containsExactly("9");
		}
	}

	@Test
	void severalProcessesBootAtOnceAndEveryRevisionRunsOnce() throws Exception {
		List<Running> applications = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				applications.add(this.jar.start());
			}
			for (Running application : applications) {
				application.started();
			}
		}
		finally {
			for (Running application : applications) {
				application.close();
			}
		}
		assertThat(this.database
			.strings("SELECT count(*), count(DISTINCT revision) FROM migrate_journal" + " WHERE event = 'applied'"))
			.containsExactly("9|9");
	}

	@Test
	void anOlderJarStartsAndTakesTheNewerRevisionBackFromTheRecord() throws Exception {
		assertThat(this.jar.db("upgrade").exitCode()).isZero();
		String older = "--spring.migrate.locations=" + copyOfTheRevisions("f46a0c9e7b12").toUri();
		try (Running application = this.jar.start(older).started()) {
			assertThat(application.text()).contains("WARN")
				.contains("The database has a revision that this application does not have: f46a0c9e7b12");
		}
		Result back = this.jar.db("downgrade", "--unknown", "--yes", older);
		assertThat(back.exitCode()).isZero();
		assertThat(this.jar.db("current", older).out()).isEqualTo("28d9b0f56ec3 (head)\n");
		assertThat(this.database.strings("SELECT count(*) FROM courses")).containsExactly("0");
	}

	@Test
	void aBootThatIsKilledBeforeTheCommitLeavesTheDatabaseAsItWas() throws Exception {
		Path folder = copyOfTheRevisions("none");
		String location = "--spring.migrate.locations=" + folder.toUri();
		slow(folder, "SELECT pg_sleep(1000)");
		try (Running application = this.jar.start(location)) {
			String sleeping = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
					+ " AND state = 'active' AND query LIKE 'SELECT pg_sleep(1000)%'";
			boolean sleeps;
			do {
				sleeps = this.database.strings(sleeping).equals(List.of("1"));
			}
			while (!sleeps && !application.process().waitFor(20, TimeUnit.MILLISECONDS));
			assertThat(sleeps).as(application.text()).isTrue();
		}
		slow(folder, "SELECT 1");
		Result upgrade = this.jar.db("upgrade", location);
		assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
		assertThat(upgrade.out()).startsWith("Running upgrade f46a0c9e7b12 -> aaaa11112222, be slow");
		assertThat(this.database.strings("SELECT count(*) FROM migrate_version")).containsExactly("10");
	}

	private static void slow(Path folder, String statement) throws IOException {
		Files.writeString(folder.resolve("slow.sql"), """
				-- be slow
				--
				-- revision: aaaa11112222
				-- revises: f46a0c9e7b12

				-- migrate:upgrade
				CREATE TABLE slow (id BIGINT);
				%s;

				-- migrate:downgrade
				DROP TABLE slow;
				""".formatted(statement));
	}

	private Path copyOfTheRevisions(String without) throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("revisions"));
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migrations"))) {
			for (Path file : files.filter((file) -> !file.toString().contains(without)).toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		return folder;
	}

}
