package dev.migrate.boot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.boot.frugal.FrugalApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What commands and boots don't touch, in processes of their own.
 */
class FrugalApplicationIntegrationTests {

	private static final String LISTED = """
			bbbb22222222 -> cccc33333333 (head), in Java
			aaaa11111111 -> bbbb22222222, second
			<base> -> aaaa11111111, first
			""";

	@TempDir
	Path directory;

	private Path migrations;

	private Path classes;

	@BeforeEach
	void writeRevisions() throws IOException {
		this.migrations = Files.createDirectory(this.directory.resolve("migrations"));
		this.classes = this.directory.resolve("classes.txt");
		revision("aaaa11111111", "base", "first");
		revision("bbbb22222222", "aaaa11111111", "second");
	}

	private void revision(String id, String revises, String message) throws IOException {
		Files.writeString(this.migrations.resolve(id + ".sql"), """
				-- %s
				--
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade
				SELECT 1;
				""".formatted(message, id, revises));
	}

	private ApplicationProcess run(Class<?> application, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.docker.compose.enabled=false");
		all.add("--spring.migrate.locations=" + this.migrations.toUri());
		return ApplicationProcess.run(this.directory, List.of("-Xlog:class+load:file=" + this.classes), application,
				all);
	}

	private List<String> loaded(String start) throws IOException {
		try (var lines = Files.lines(this.classes)) {
			return lines.map((line) -> line.replaceFirst("^(\\[[^]]*\\])+\\s*", ""))
				.filter((line) -> line.startsWith(start))
				.toList();
		}
	}

	@Test
	void revisionsAreListedWithoutADatabaseAndWithoutABean() throws IOException {
		ApplicationProcess history = run(FrugalApplication.class, "db", "history");
		assertThat(history.all()).isEqualTo(LISTED);
		assertThat(history.exitCode()).isZero();
		assertThat(loaded("dev.migrate.service.")).isNotEmpty();
		for (String foreign : List.of("com.zaxxer.hikari.pool.", "org.hibernate.", "org.apache.catalina.",
				"org.postgresql.", "org.h2.", "tools.jackson.", "io.micrometer.core.",
				"org.springframework.web.servlet.mvc.", "org.springframework.boot.actuate.")) {
			assertThat(loaded(foreign)).as(foreign).isEmpty();
		}
	}

	@Test
	void aSourceThatIsABeanIsAskedInTheWholeApplication() throws IOException {
		ApplicationProcess heads = run(FrugalApplication.class, "db", "heads", "--frugal.source=true");
		assertThat(heads.err()).startsWith("Error: The database of this application can't be used");
		assertThat(heads.exitCode()).isEqualTo(1);
	}

	@Test
	void aBootKnowsNoCommand() throws IOException {
		ApplicationProcess started = run(NoisyApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:h2:mem:boot");
		assertThat(started.exitCode()).as(started.all()).isZero();
		assertThat(loaded("dev.migrate.boot.autoconfigure.MigrationInitializer")).isNotEmpty();
		assertThat(loaded("picocli.")).isEmpty();
		assertThat(loaded("dev.migrate.boot.cli.")).isEmpty();
	}

}
