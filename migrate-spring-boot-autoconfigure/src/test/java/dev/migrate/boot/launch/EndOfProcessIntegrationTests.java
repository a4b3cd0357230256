package dev.migrate.boot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process that is told to end, or is killed, in the midst of a statement.
 */
class EndOfProcessIntegrationTests {

	private static final List<String> BOOT = List.of("--spring.migrate.auto-upgrade=true");

	private static final List<String> COMMAND = List.of("db", "upgrade");

	@TempDir
	Path directory;

	@OwnDatabase
	TestDatabase database;

	Path migrations;

	@BeforeEach
	void writeRevisions() throws IOException {
		this.database.execute("CREATE TABLE pace AS SELECT 600 AS seconds");
		this.migrations = Files.createDirectory(this.directory.resolve("migrations"));
		revision("aaaa11111111", "base", "CREATE TABLE students (id BIGINT)");
		revision("bbbb22222222", "aaaa11111111",
				"CREATE TABLE courses (id BIGINT);\nSELECT pg_sleep(seconds) FROM pace");
		revision("cccc33333333", "bbbb22222222", "CREATE TABLE teachers (id BIGINT)");
	}

	private void revision(String id, String revises, String up) throws IOException {
		Files.writeString(this.migrations.resolve(id + ".sql"), """
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade
				%s;
				""".formatted(id, revises, up));
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void aProcessThatIsToldToEndUndoesItsStatementAndTheNextGoesOn(boolean boot) throws Exception {
		List<String> words = boot ? BOOT : COMMAND;
		Path out = this.directory.resolve("out.txt");
		Path err = this.directory.resolve("err.txt");
		Process process = start(words, out, err);
		try {
			process.destroy();
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).isEqualTo(143);
		assertThat(Files.readString(out) + Files.readString(err))
			.containsOnlyOnce("The upgrade of revision bbbb22222222")
			.contains("was interrupted at statement 2 of 2", "bbbb22222222.sql:6", "nothing of it remains.");
		assertThat(tables()).containsExactly("pace", "students");
		assertThat(events()).containsExactly("started", "applied", "interrupted");
		assertThat(sleepers()).isEqualTo("0");
		goesOn(words, "interrupted");
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void aProcessThatIsKilledLeavesNothingHalfDoneAndTheNextGoesOn(boolean boot) throws Exception {
		List<String> words = boot ? BOOT : COMMAND;
		start(words, this.directory.resolve("out.txt"), this.directory.resolve("err.txt")).destroyForcibly().waitFor();
		// The server notices by itself that nobody listens any more.
		await().atMost(Duration.ofMinutes(1)).until(() -> "0".equals(sleepers()));
		assertThat(tables()).containsExactly("pace", "students");
		assertThat(events()).containsExactly("started", "applied");
		goesOn(words, "died");
	}

	private void goesOn(List<String> words, String end) {
		this.database.execute("UPDATE pace SET seconds = 0");
		ApplicationProcess next = ApplicationProcess.run(this.directory, NoisyApplication.class, arguments(words));
		assertThat(next.exitCode()).as(next.all()).isZero();
		assertThat(tables()).containsExactly("courses", "pace", "students", "teachers");
		assertThat(events()).containsExactly("started", "applied", end, "started", "applied", "applied", "finished");
	}

	/** Start it, and return when it is in the midst of the second revision. */
	private Process start(List<String> words, Path out, Path err) throws IOException {
		Process process = ApplicationProcess.start(this.directory, List.of(), NoisyApplication.class, arguments(words),
				out, err);
		try {
			await().atMost(Duration.ofMinutes(2)).until(() -> "1".equals(sleepers()));
		}
		catch (RuntimeException ex) {
			process.destroyForcibly();
			throw ex;
		}
		return process;
	}

	private List<String> arguments(List<String> words) {
		List<String> arguments = new ArrayList<>(words);
		arguments.add("--spring.datasource.url=" + this.database.url());
		arguments.add("--spring.datasource.username=" + this.database.user());
		arguments.add("--spring.datasource.password=" + this.database.password());
		arguments.add("--spring.migrate.locations=" + this.migrations.toUri());
		return arguments;
	}

	private String sleepers() {
		return String.valueOf(this.database.string("SELECT count(*) FROM pg_stat_activity"
				+ " WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(seconds)%'"
				+ " AND pid <> pg_backend_pid()"));
	}

	private List<String> tables() {
		return this.database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
				+ " AND tablename NOT LIKE 'migrate%' ORDER BY 1");
	}

	private List<String> events() {
		return this.database.strings("SELECT event FROM migrate_journal ORDER BY id");
	}

}
