package dev.migrate.boot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.assertj.core.api.Assumptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that speaks whenever something of it runs, in processes of its own.
 */
class NoisyApplicationIntegrationTests {

	@TempDir
	Path directory;

	Path migrations;

	@BeforeEach
	void writeRevisions() throws IOException {
		this.migrations = Files.createDirectory(this.directory.resolve("migrations"));
		revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)");
		revision("bbbb22222222", "aaaa11111111", "create courses", "CREATE TABLE courses (id BIGINT)");
	}

	private void revision(String id, String revises, String message, String up) throws IOException {
		Files.writeString(this.migrations.resolve(id + ".sql"), """
				-- %s
				--
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade
				%s;

				-- migrate:downgrade
				DROP TABLE %s;
				""".formatted(message, id, revises, up, message.substring("create ".length())));
	}

	private ApplicationProcess run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.datasource.url=jdbc:h2:file:" + this.directory.resolve("db"));
		all.add("--spring.migrate.locations=" + this.migrations.toUri());
		return ApplicationProcess.run(this.directory, NoisyApplication.class, all);
	}

	@Test
	void nothingOfTheApplicationRunsDuringACommand() {
		ApplicationProcess upgrade = run("db", "upgrade");
		assertThat(upgrade.all()).doesNotContain(NoisyApplication.NOISE);
		assertThat(upgrade.out()).startsWith("Running upgrade base -> aaaa11111111, create students (")
			.contains("Upgraded from base to bbbb22222222: 2 revisions in ");
		assertThat(upgrade.err()).isEmpty();
		assertThat(upgrade.exitCode()).isZero();
		ApplicationProcess current = run("db", "current");
		assertThat(current.all()).isEqualTo("bbbb22222222 (head)\n");
		ApplicationProcess refused = run("db", "downgrade", "base");
		assertThat(refused.exitCode()).isEqualTo(7);
		assertThat(refused.all()).doesNotContain(NoisyApplication.NOISE);
		ApplicationProcess failed = run("db", "upgrade", "nosuch");
		assertThat(failed.exitCode()).isEqualTo(1);
		assertThat(failed.all()).startsWith("Error: ").doesNotContain("\tat ").doesNotContain(NoisyApplication.NOISE);
	}

	@Test
	void theApplicationStartsAsEverWithoutTheWord() {
		ApplicationProcess started = run("--server.port=0");
		assertThat(started.exitCode()).as(started.all()).isZero();
		assertThat(started.out()).contains("CommandLineRunner")
			.contains("ApplicationRunner")
			.contains("SmartLifecycle")
			.contains("ContextRefreshedEvent")
			.contains("Controller")
			.contains("PostConstruct");
		assertThat(run("db", "current").out()).isEqualTo("bbbb22222222 (head)\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--spring.migrate.auto-upgrade=true  | Waiting for another run
			--spring.migrate.auto-upgrade=false | Waiting for the database to be upgraded
			""")
	void aStartThatWaitsEndsWithItsProcess(String setting, String waiting) throws Exception {
		try (TestDatabase database = TestPostgres.database()) {
			List<String> arguments = List.of("--spring.datasource.url=" + database.url(),
					"--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password(), "--spring.migrate.lock.mode=lease",
					"--spring.migrate.locations=" + this.migrations.toUri(), "--spring.docker.compose.enabled=false");
			List<String> upgrade = new ArrayList<>(List.of("db", "upgrade", "+1"));
			upgrade.addAll(arguments);
			assertThat(ApplicationProcess.run(this.directory, NoisyApplication.class, upgrade).exitCode()).isZero();
			database.execute("UPDATE migrate_lock SET holder = 'x', description = 'another run',"
					+ " expires_at = now() + interval '1 hour'");
			List<String> boot = new ArrayList<>(
					List.of(setting, "--spring.migrate.on-pending=wait", "--server.port=0"));
			boot.addAll(arguments);
			Path out = this.directory.resolve("boot.txt");
			Process process = ApplicationProcess.start(this.directory, List.of(), NoisyApplication.class, boot, out,
					this.directory.resolve("boot-err.txt"));
			try {
				Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(out).contains(waiting));
				process.destroy();
				assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
				assertThat(process.exitValue()).isEqualTo(143);
				assertThat(Files.readString(out)).contains("Interrupted while waiting for the ");
			}
			finally {
				process.destroyForcibly();
			}
		}
	}

	@Test
	void theWordIsTheApplicationsOwnIfItIsGivenBack() {
		ApplicationProcess started = run("db", "current", "--spring.migrate.cli.enabled=false", "--server.port=0");
		assertThat(started.exitCode()).as(started.all()).isZero();
		assertThat(started.out()).contains("CommandLineRunner").contains("SmartLifecycle");
	}

	@Test
	void helpNeedsNoDatabaseAndNoContext() {
		ApplicationProcess help = run("db", "upgrade", "--help", "--spring.datasource.url=jdbc:nosuch:x");
		assertThat(help.exitCode()).isZero();
		assertThat(help.out()).startsWith("Usage: db upgrade");
		assertThat(run("db", "frobnicate").exitCode()).isEqualTo(2);
	}

	@Test
	void readsFilesWhoseNamesTheLocaleCanNotWriteAndSaysSoOfAFolder() throws IOException {
		Assumptions.assumeThat(System.getProperty("sun.jnu.encoding")).isEqualToIgnoringCase("UTF-8");
		Files.move(this.migrations.resolve("aaaa11111111.sql"), this.migrations.resolve("\u00fcber.sql"));
		assertThat(inPlainLocale("file:migrations/").exitCode()).isZero();
		Files.move(this.migrations, this.directory.resolve("\u00fcbung"));
		ApplicationProcess folder = inPlainLocale("file:\u00fcbung/");
		assertThat(folder.exitCode()).isEqualTo(1);
		assertThat(folder.err()).contains("its name has letters that the locale of this process can't write")
			.contains("LC_ALL=C.UTF-8")
			.doesNotContain("Exception");
	}

	private ApplicationProcess inPlainLocale(String location) {
		return ApplicationProcess.run(this.directory, List.of(), NoisyApplication.class,
				List.of("db", "history", "--spring.migrate.locations=" + location), Map.of("LC_ALL", "C"));
	}

	@Test
	void listingOpensNoDatabase() {
		ApplicationProcess history = ApplicationProcess.run(this.directory, NoisyApplication.class,
				List.of("db", "history", "--spring.migrate.locations=" + this.migrations.toUri(),
						"--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere"));
		assertThat(history.exitCode()).isZero();
		assertThat(history.out()).isEqualTo("""
				aaaa11111111 -> bbbb22222222 (head), create courses
				<base> -> aaaa11111111, create students
				""");
		assertThat(history.err()).isEmpty();
	}

	@Test
	void saysInOneSentenceWhyThereIsNoConnection() {
		ApplicationProcess current = ApplicationProcess.run(this.directory, NoisyApplication.class,
				List.of("db", "current", "--spring.migrate.locations=" + this.migrations.toUri(),
						"--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere?password=geheim",
						"--spring.datasource.hikari.connection-timeout=300"));
		assertThat(current.exitCode()).isEqualTo(1);
		assertThat(current.out()).isEmpty();
		assertThat(current.err()).startsWith("Error: No connection to the database").doesNotContain("geheim");
		assertThat(current.err().lines().count()).isLessThanOrEqualTo(2);
	}

	@Test
	void saysInOneSentenceThatNoDriverTakesTheUrl() {
		ApplicationProcess current = ApplicationProcess.run(this.directory, NoisyApplication.class, List.of("db",
				"current", "--spring.datasource.url=jdbc:foo:bar?password=geheim", "--spring.datasource.username=ada"));
		assertThat(current.exitCode()).isEqualTo(1);
		assertThat(current.out()).isEmpty();
		assertThat(current.err()).isEqualTo("Error: No connection to the database: no driver on the class path takes"
				+ " the JDBC URL `jdbc:foo:bar?password=***`.\nCorrect spring.datasource.url (or spring.migrate.url): it"
				+ " begins with jdbc:postgresql: or jdbc:h2:, its port is a number, and the driver is a dependency of the"
				+ " application.\n");
	}

	@Test
	void printsNoPasswordWithTheStackTrace() {
		ApplicationProcess current = ApplicationProcess.run(this.directory, NoisyApplication.class,
				List.of("db", "current", "-v", "--spring.migrate.locations=" + this.migrations.toUri(),
						"--spring.datasource.url=jdbc:postgresql://ada:geheim@localhost:1/nowhere?password=secret",
						"--spring.datasource.hikari.connection-timeout=300"));
		assertThat(current.exitCode()).isEqualTo(1);
		assertThat(current.err()).contains("\tat ").doesNotContain("geheim").doesNotContain("secret");
	}

	@Test
	void saysInOneSentenceWhyTheApplicationIsBroken() {
		ApplicationProcess noDatabase = run("db", "current",
				"--spring.autoconfigure.exclude=dev.migrate.boot.autoconfigure.MigrateAutoConfiguration");
		assertThat(noDatabase.exitCode()).isEqualTo(1);
		assertThat(noDatabase.err()).startsWith("Error: This application has no database to migrate:")
			.contains("excludes");
		ApplicationProcess noDataSource = run("db", "current", "--spring.autoconfigure.exclude="
				+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
		assertThat(noDataSource.err()).isEqualTo("""
				Error: This application has no database to migrate: it has no DataSource.
				Configure spring.datasource.url, or spring.migrate.url.
				""");
		ApplicationProcess broken = run("db", "current", "--spring.config.import=file:nosuch.properties");
		assertThat(broken.exitCode()).isEqualTo(1);
		assertThat(broken.err()).startsWith("Error: ").contains("nosuch.properties").doesNotContain("\tat ");
		ApplicationProcess value = run("db", "current", "--spring.migrate.on-changed=perhaps");
		assertThat(value.exitCode()).isEqualTo(1);
		assertThat(value.err()).startsWith("Error: ").contains("on-changed").doesNotContain("\tat ");
	}

	@Test
	void worksOnAnApplicationWhoseMigrationsAreSwitchedOff() {
		ApplicationProcess current = run("db", "upgrade", "--spring.migrate.enabled=false");
		assertThat(current.exitCode()).isZero();
		assertThat(current.err()).isEqualTo("spring.migrate.enabled=false is ignored by `db`.\n");
	}

	@Test
	void optionsOfACommandAreNoPropertiesOfTheApplication() {
		ApplicationProcess status = run("db", "current", "--json", "--quiet", "--debug");
		assertThat(status.exitCode()).isEqualTo(2);
		assertThat(status.all()).doesNotContain("CONDITIONS EVALUATION REPORT").contains("Unknown option '--debug'");
	}

	@Test
	void startsTheBeansThatAConnectionNeeds() {
		ApplicationProcess current = run("db", "current",
				"--spring.migrate.cli.start-beans=noisyApplication.Container");
		assertThat(current.exitCode()).isZero();
		assertThat(current.err()).contains("SmartLifecycle").doesNotContain("Runner");
		ApplicationProcess missing = run("db", "current", "--spring.migrate.cli.start-beans=nosuch");
		assertThat(missing.exitCode()).isEqualTo(1);
		assertThat(missing.err()).startsWith("Error: The bean 'nosuch' of spring.migrate.cli.start-beans");
	}

}
