package dev.migrate.boot.actuate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.migrate.boot.actuate.EndpointApplication.Answer;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.revision.Target;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

import static dev.migrate.boot.actuate.EndpointApplication.OPERATOR;
import static dev.migrate.boot.actuate.EndpointApplication.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

class MigrationsEndpointIntegrationTests {

	private static final String CREATE = "CREATE TABLE students (id BIGINT PRIMARY KEY, name VARCHAR(100))";

	private static final String ADD = "ALTER TABLE students ADD COLUMN age INTEGER";

	private static final String REMOVE = "ALTER TABLE students DROP COLUMN age";

	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	abstract static class OnEveryApplication {

		TestDatabase database;

		EndpointApplication application;

		abstract TestDatabase open();

		Class<?> configuration() {
			return ServletApplication.class;
		}

		WebApplicationType type() {
			return WebApplicationType.SERVLET;
		}

		abstract void empty();

		@BeforeAll
		void start(@TempDir Path folder) {
			this.database = open();
			this.application = new EndpointApplication(this.database, folder, configuration(), type(),
					"management.endpoint.migrations.access=unrestricted",
					"spring.jackson.property-naming-strategy=SNAKE_CASE");
		}

		@AfterAll
		void stop() {
			this.application.close();
			this.database.close();
		}

		@BeforeEach
		void begin() throws IOException {
			empty();
			this.application.forgetRevisions();
			this.application.revision("aaaa11111111", "base", "create students", CREATE, "DROP TABLE students");
			this.application.revision("bbbb22222222", "aaaa11111111", "add age", ADD, REMOVE);
		}

		MigrationService service() {
			return this.application.context().getBean(MigrationDatabases.class).get(null);
		}

		void upgrade(String target) {
			assertThat(this.application.post(OPERATOR, "/upgrade", "{\"revision\": \"" + target + "\"}"))
				.extracting(Answer::status)
				.isEqualTo(200);
		}

		void assertProblem(Answer answer, int status, String code) {
			assertThat(answer.status()).as(answer.body()).isEqualTo(status);
			assertThat(answer.contentType()).startsWith("application/problem+json");
			assertThat(answer.json()).containsEntry("status", status).containsEntry("code", code).containsKey("detail");
		}

		@Test
		void listsTheRevisionsOfTheDatabaseNewestFirst() {
			upgrade("aaaa11111111");
			Answer answer = this.application.get(null, "");
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.json()).containsOnlyKeys("databases")
				.extractingByKey("databases", MAP)
				.containsOnlyKeys("default")
				.extractingByKey("default", MAP)
				.containsOnlyKeys("product", "current", "heads", "upToDate", "pending", "revisions")
				.containsEntry("current", List.of("aaaa11111111"))
				.containsEntry("heads", List.of("bbbb22222222"))
				.containsEntry("upToDate", false)
				.containsEntry("pending", 1);
			List<Map<String, Object>> revisions = revisions(answer);
			assertThat(revisions).extracting((revision) -> revision.get("revision"))
				.containsExactly("bbbb22222222", "aaaa11111111");
			assertThat(revisions.get(0))
				.containsOnlyKeys("revision", "revises", "dependsOn", "branchLabels", "message", "state", "reversible",
						"location")
				.containsEntry("revises", List.of("aaaa11111111"))
				.containsEntry("message", "add age")
				.containsEntry("state", "pending")
				.containsEntry("reversible", true);
			assertThat(revisions.get(1)).containsEntry("state", "applied").containsKey("executionTime");
			assertThat(revisions.get(1).get("appliedAt")).asString()
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
		}

		@SuppressWarnings("unchecked")
		private static List<Map<String, Object>> revisions(Answer answer) {
			Map<String, Map<String, Object>> databases = (Map<String, Map<String, Object>>) answer.json()
				.get("databases");
			return (List<Map<String, Object>>) databases.get("default").get("revisions");
		}

		@Test
		void showsTheSqlOfARevisionToThoseWhoAreSomebody() {
			assertThat(this.application.get(null, "/bbbb22222222").json()).containsEntry("revision", "bbbb22222222")
				.containsEntry("hazards", List.of())
				.doesNotContainKey("sql");
			assertThat(this.application.get(USER, "/bbbb22222222").json()).extractingByKey("sql", MAP)
				.containsEntry("upgrade", List.of(ADD))
				.containsEntry("downgrade", List.of(REMOVE));
		}

		@Test
		void knowsNoOtherRevision() {
			assertThat(this.application.get(USER, "/cccc33333333").status()).isEqualTo(404);
			assertThat(this.application.get(USER, "/no%20id").status()).isEqualTo(404);
		}

		@Test
		void plansADowngradeWithItsSqlAndChangesNothing() {
			upgrade("head");
			Answer answer = this.application.post(OPERATOR, "/downgrade", "{\"revision\": \"-1\", \"dryRun\": true}");
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.json()).containsOnlyKeys("from", "to", "steps", "dryRun")
				.containsEntry("from", List.of("bbbb22222222"))
				.containsEntry("to", List.of("aaaa11111111"))
				.containsEntry("dryRun", true)
				.containsEntry("steps", List.of(Map.of("revision", "bbbb22222222", "direction", "downgrade", "origin",
						"folder", "statements", List.of(REMOVE))));
			assertThat(service().status().upToDate()).isTrue();
		}

		@Test
		void upgradesAndDowngradesAndWritesDownWhoAsked() {
			Answer up = this.application.post(OPERATOR, "/upgrade", "{}");
			assertThat(up.status()).as(up.body()).isEqualTo(200);
			assertThat(up.json()).containsEntry("from", List.of())
				.containsEntry("to", List.of("bbbb22222222"))
				.containsEntry("dryRun", false);
			assertThat(this.database.strings("SELECT DISTINCT applied_by FROM migrate_version"))
				.containsExactly(OPERATOR);
			Answer down = this.application.post(OPERATOR, "/downgrade", "{\"revision\": \"base\"}");
			assertThat(down.status()).as(down.body()).isEqualTo(200);
			assertThat(service().status().current()).isEmpty();
		}

		@Test
		void upgradesWithoutABody() {
			Answer answer = this.application.post(OPERATOR, "/upgrade/head");
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.json()).containsEntry("to", List.of("bbbb22222222"));
			assertThat(this.database.strings("SELECT DISTINCT applied_by FROM migrate_version"))
				.containsExactly(OPERATOR);
			assertThat(this.application.post(OPERATOR, "/upgrade/head").json())
				.containsEntry("from", List.of("bbbb22222222"))
				.containsEntry("to", List.of("bbbb22222222"))
				.containsEntry("steps", List.of());
		}

		@Test
		void neverTakesADryRunForARealOne() {
			assertThat(this.application.post(OPERATOR, "/upgrade/head?dryRun=true").json()).containsEntry("dryRun",
					true);
			assertProblem(this.application.post(OPERATOR, "/upgrade/head?dryRun=yes"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head?dryrun=true"), 400, "USAGE");
			assertThat(this.application.post(OPERATOR, "/upgrade/head", "{\"dryRun\": true}").json())
				.containsEntry("dryRun", true);
			Answer misspelt = this.application.post(OPERATOR, "/upgrade", "{\"dryRn\": true}");
			assertProblem(misspelt, 400, "USAGE");
			assertThat(misspelt.json().get("detail")).asString().contains("'dryRn'", "Nothing was run");
			assertProblem(this.application.post(OPERATOR, "/upgrade", "{\"dryRun\": \"yes\"}"), 400, "USAGE");
			assertThat(service().status().current()).isEmpty();
		}

		@Test
		void refusesRequestsThatMakeNoSense() {
			assertProblem(this.application.post(OPERATOR, "/upgrade/nosuch"), 400, "UNKNOWN_TARGET");
			assertProblem(this.application.post(OPERATOR, "/downgrade", "{}"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade", "{\"database\": \"other\"}"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/sidegrade", "{}"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head/again"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head", "{\"revision\": \"base\"}"), 400, "USAGE");
			assertThat(this.application.post(OPERATOR, "/upgrade", "[]").status()).isEqualTo(400);
			assertThat(service().status().current()).isEmpty();
		}

		@Test
		void aBodyOrAQueryCanNotTurnTheDirection() {
			upgrade("head");
			assertProblem(
					this.application.post(OPERATOR, "/upgrade", "{\"path\": \"downgrade\", \"revision\": \"base\"}"),
					400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade?path=downgrade&revision=base"), 400, "USAGE");
			assertProblem(this.application.post(OPERATOR, "/upgrade",
					"{\"direction\": \"downgrade\", \"revision\": \"base\"}"), 400, "USAGE");
			assertThat(service().status().upToDate()).isTrue();
		}

		@Test
		void saysTheSameSentenceAsTheEngine() {
			Map<String, Object> problem = this.application.post(OPERATOR, "/upgrade/nosuch").json();
			try {
				service().run(RunRequest.upgrade(new Target.Named(null, "nosuch"), "tester"));
			}
			catch (MigrateException ex) {
				assertThat(problem).containsEntry("detail", ex.getMessage()).containsEntry("hint", ex.hint());
				return;
			}
			throw new AssertionError("Not refused");
		}

		@Test
		void conflictsWithSeveralHeads() throws IOException {
			this.application.revision("cccc33333333", "aaaa11111111", "add email",
					"ALTER TABLE students ADD COLUMN email VARCHAR(100)", "ALTER TABLE students DROP COLUMN email");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head"), 409, "SEVERAL_HEADS");
		}

		@Test
		void conflictsWithAnotherRun() throws InterruptedException {
			CountDownLatch running = new CountDownLatch(1);
			CountDownLatch done = new CountDownLatch(1);
			Thread other = new Thread(() -> service().run(RunRequest.upgrade(Target.head(), "other").with((event) -> {
				if (event instanceof MigrationEvent.RunStarted) {
					running.countDown();
					await(done);
				}
			})));
			other.start();
			running.await();
			Answer answer = this.application.post(OPERATOR, "/upgrade/head");
			Answer listing = this.application.get(OPERATOR, "");
			done.countDown();
			other.join();
			assertProblem(answer, 409, "LOCKED");
			// It did not wait as long as a boot would.
			assertThat(answer.json().get("detail")).asString()
				.contains("upgrade by other on ")
				.doesNotContain("gave up");
			assertThat(listing.body()).contains("\"operation\":\"upgrade\"", "\"performedBy\":\"other\"",
					"\"done\":0,\"revision\":\"aaaa11111111\"");
		}

		private static void await(CountDownLatch latch) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Test
		void canNotProcessWhatTheRevisionsForbid() throws IOException {
			this.application.write("cccc33333333", "bbbb22222222", "no way back", "UPDATE students SET age = 1",
					"-- migrate:downgrade irreversible \"the ages are gone\"\n");
			upgrade("head");
			assertProblem(this.application.post(OPERATOR, "/downgrade", "{\"revision\": \"base\"}"), 422,
					"IRREVERSIBLE");
			this.application.revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id INTEGER)",
					"DROP TABLE students");
			this.application.revision("dddd44444444", "cccc33333333", "more", "CREATE TABLE more (id BIGINT)",
					"DROP TABLE more");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head"), 422, "CHANGED");
		}

		@Test
		void canNotProcessAHole() {
			upgrade("head");
			this.database.execute("DELETE FROM migrate_version WHERE revision = 'aaaa11111111'");
			assertProblem(this.application.post(OPERATOR, "/upgrade/head"), 422, "HOLE");
		}

		@Test
		void tellsWhichStatementFailedWithoutItsValues() throws IOException {
			upgrade("head");
			this.application.revision("cccc33333333", "bbbb22222222", "enrol",
					"INSERT INTO students (id) VALUES (4711);\n" + "INSERT INTO students (id) VALUES (4711)",
					"DELETE FROM students");
			Answer answer = this.application.post(OPERATOR, "/upgrade/head");
			assertProblem(answer, 500, "STATEMENT_FAILED");
			assertThat(answer.json()).containsEntry("revision", "cccc33333333").containsEntry("sqlState", "23505");
			assertThat(answer.json().get("location")).asString().endsWith("cccc33333333.sql:9");
			assertThat(answer.body()).doesNotContain("4711");
		}

		@Test
		void asksWhoItIs() {
			assertThat(this.application.post(null, "/upgrade/head").status()).isEqualTo(401);
			assertThat(this.application.post(USER, "/upgrade/head").status()).isEqualTo(403);
			assertThat(this.application.post(USER, "/downgrade", "{\"revision\": \"-1\", \"dryRun\": true}").status())
				.isEqualTo(403);
			assertThat(service().status().current()).isEmpty();
		}

	}

	@Nested
	class OnPostgresqlIntegrationTests extends OnEveryApplication {

		@Override
		TestDatabase open() {
			return TestPostgres.database();
		}

		@Override
		void empty() {
			this.database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		}

	}

	@Nested
	class OnH2IntegrationTests extends OnEveryApplication {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

		@Override
		void empty() {
			this.database.execute("DROP ALL OBJECTS");
		}

	}

	@Nested
	class OnWebFluxIntegrationTests extends OnEveryApplication {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

		@Override
		Class<?> configuration() {
			return ReactiveApplication.class;
		}

		@Override
		WebApplicationType type() {
			return WebApplicationType.REACTIVE;
		}

		@Override
		void empty() {
			this.database.execute("DROP ALL OBJECTS");
		}

	}

}
