package dev.migrate.boot.actuate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.migrate.boot.actuate.EndpointApplication.Answer;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

import static dev.migrate.boot.actuate.EndpointApplication.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application that is closed while its endpoint upgrades.
 */
class ClosingApplicationIntegrationTests {

	@OwnDatabase
	TestDatabase database;

	@Test
	void cancelsTheStatementAndAnswers(@TempDir Path folder) throws Exception {
		try (EndpointApplication application = application(folder)) {
			CompletableFuture<Answer> answer = CompletableFuture
				.supplyAsync(() -> application.post(OPERATOR, "/upgrade/head"));
			await().atMost(Duration.ofMinutes(1)).until(() -> "1".equals(sleepers()));
			application.context().close();
			assertThat(answer.get(1, TimeUnit.MINUTES).status()).isEqualTo(503);
			assertThat(answer.get().json()).containsEntry("code", "INTERRUPTED");
		}
		assertThat(sleepers()).isEqualTo("0");
		assertThat(this.database.strings("SELECT event FROM migrate_journal ORDER BY id")).containsExactly("started",
				"applied", "interrupted");
		assertThat(this.database.string("SELECT to_regclass('courses')")).isNull();
	}

	private EndpointApplication application(Path folder) throws IOException {
		EndpointApplication application = new EndpointApplication(this.database, folder, ServletApplication.class,
				WebApplicationType.SERVLET, "management.endpoint.migrations.access=unrestricted");
		application.revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)",
				"DROP TABLE students");
		application.revision("bbbb22222222", "aaaa11111111", "create courses",
				"CREATE TABLE courses (id BIGINT);\nSELECT pg_sleep(600)", "DROP TABLE courses");
		return application;
	}

	private String sleepers() {
		return String.valueOf(this.database.string("SELECT count(*) FROM pg_stat_activity"
				+ " WHERE datname = current_database() AND wait_event = 'PgSleep'"));
	}

}
