package dev.migrate.boot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.boot.slender.SlenderApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What commands on a database leave out of an application, and what they don't, in
 * processes of their own.
 */
class SlenderApplicationIntegrationTests {

	private static final String AGAIN = "left out that this application needs";

	@TempDir
	Path directory;

	private Path migrations;

	private Path classes;

	@BeforeEach
	void writeARevision() throws IOException {
		this.migrations = Files.createDirectory(this.directory.resolve("migrations"));
		this.classes = this.directory.resolve("classes.txt");
		Files.writeString(this.migrations.resolve("first.sql"), """
				-- things
				--
				-- revision: aaaa11111111
				-- revises: base

				-- migrate:upgrade
				CREATE TABLE things (id BIGINT PRIMARY KEY);

				-- migrate:downgrade
				DROP TABLE things;
				""");
	}

	private ApplicationProcess run(String wants, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--slender.wants=" + wants);
		all.add("--spring.docker.compose.enabled=false");
		all.add("--spring.migrate.locations=" + this.migrations.toUri());
		all.add("--logging.level." + Sufficiency.class.getName() + "=debug");
		return ApplicationProcess.run(this.directory, List.of("-Xlog:class+load:file=" + this.classes),
				SlenderApplication.class, all);
	}

	private List<String> loaded(String start) throws IOException {
		try (Stream<String> lines = Files.lines(this.classes)) {
			return lines.map((line) -> line.replaceFirst("^(\\[[^]]*\\])+\\s*", ""))
				.filter((line) -> line.startsWith(start))
				.toList();
		}
	}

	@Test
	void aDataSourceIsMadeOfOtherBeansAndNoFilterIsBuilt() throws IOException {
		ApplicationProcess upgrade = run("place", "db", "upgrade", "--slender.colour=true");
		assertThat(upgrade.err()).isEmpty();
		assertThat(upgrade.out()).startsWith("Running upgrade base -> aaaa11111111, things (")
			.contains("Running upgrade aaaa11111111 -> cccc33333333, add colour (");
		assertThat(run("place", "db", "current", "--slender.colour=true").all()).isEqualTo("cccc33333333 (head)\n");
		assertThat(loaded("dev.migrate.service.")).isNotEmpty();
		for (String foreign : List.of("org.hibernate.", "org.apache.catalina.", "tools.jackson.databind.ObjectMapper",
				"org.springframework.security.web.FilterChainProxy", "org.springframework.boot.security.autoconfigure.",
				"org.springframework.boot.actuate.endpoint.", "org.springframework.data.jpa.")) {
			assertThat(loaded(foreign)).as(foreign).isEmpty();
		}
	}

	@Test
	void theWholeApplicationAnswersIfABeanIsMissing() throws IOException {
		assertThat(run("json", "db", "upgrade", "aaaa11111111").out()).startsWith("Running upgrade base -> aaaa");
		ApplicationProcess current = run("json", "db", "current");
		assertThat(current.out()).isEqualTo("aaaa11111111 (head)\n");
		assertThat(current.err()).contains(AGAIN, "JsonMapper");
		assertThat(loaded("tools.jackson.databind.ObjectMapper")).isNotEmpty();
	}

	@Test
	void theWholeApplicationAnswersIfABeanCouldDoWithoutAnother() {
		run("place", "db", "upgrade");
		ApplicationProcess current = run("perhaps-json", "db", "current");
		assertThat(current.out()).isEqualTo("aaaa11111111 (head)\n");
		assertThat(current.err()).contains(AGAIN, "'dataSource' asks for");
		assertThat(this.directory.resolve("nowhere")).doesNotExist();
	}

	@Test
	void theWholeApplicationAnswersIfADataSourceIsOnConditionOfWhatIsLeftOut() {
		ApplicationProcess upgrade = run("later", "db", "upgrade", "--spring.datasource.url=jdbc:h2:file:./nowhere/db");
		assertThat(upgrade.out()).as(upgrade.err()).startsWith("Running upgrade base -> aaaa11111111, things (");
		assertThat(upgrade.err()).contains(AGAIN, "LaterDataSource#laterDataSource");
		assertThat(this.directory.resolve("here")).exists();
		assertThat(this.directory.resolve("nowhere")).doesNotExist();
	}

	@Test
	void aDataSourceOfWebApplicationsOnlyIsRefused() {
		ApplicationProcess upgrade = run("web", "db", "upgrade", "--spring.datasource.url=jdbc:h2:file:./nowhere/db");
		assertThat(upgrade.exitCode()).isEqualTo(1);
		assertThat(upgrade.err()).contains(
				"Error: Which database this is can't be told: dev.migrate.boot.slender.SlenderApplication$OfTheWeb"
						+ "#dataSource makes a DataSource on condition of a web application, and a command is none.")
			.contains("spring.migrate.url");
		assertThat(this.directory.resolve("nowhere")).doesNotExist();
		ApplicationProcess named = run("web", "db", "upgrade", "--spring.migrate.url=jdbc:h2:file:./here/db",
				"--spring.migrate.user=sa");
		assertThat(named.out()).as(named.err()).startsWith("Running upgrade base -> aaaa11111111, things (");
	}

	@Test
	void aDatabaseThatRefusesIsAskedOnce() {
		ApplicationProcess current = run("answer", "db", "current");
		assertThat(current.exitCode()).isEqualTo(1);
		assertThat(current.err()).containsOnlyOnce("Asked")
			.contains("Error: The database of this application can't be used: ")
			.doesNotContain(AGAIN)
			.doesNotContain("\tat ");
	}

	@Test
	void aRevisionMayWantARepository() throws IOException {
		ApplicationProcess upgrade = run("place", "db", "upgrade", "--slender.revision=true");
		assertThat(upgrade.exitCode()).as(upgrade.all()).isZero();
		assertThat(upgrade.out()).contains("Running upgrade base -> aaaa11111111, things (",
				"Running upgrade aaaa11111111 -> bbbb22222222, count things (");
		assertThat(upgrade.err()).contains("Counted 0");
		assertThat(loaded("org.springframework.data.jpa.")).isNotEmpty();
	}

}
