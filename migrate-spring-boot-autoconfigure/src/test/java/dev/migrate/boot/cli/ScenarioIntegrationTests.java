package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays the scenarios of the command line. {@code -Dgolden.update=true} writes down what
 * is answered today.
 */
class ScenarioIntegrationTests {

	private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

	@TempDir
	Path root;

	static Stream<String> scenarios() throws IOException {
		String chosen = System.getProperty("scenario", "");
		try (Stream<Path> files = Files.list(SCENARIOS)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".txt") && name.startsWith(chosen))
				.sorted()
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void answersAsWrittenDown(String name) throws IOException {
		Path file = SCENARIOS.resolve(name);
		String text = Files.readString(file);
		String played;
		try (TestDatabase database = name.endsWith("-h2.txt") ? TestH2.database() : TestPostgres.database()) {
			played = new ScenarioStage(database, this.root.toRealPath()).play(text);
		}
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(file, played);
		}
		assertThat(played).isEqualTo(Boolean.getBoolean("golden.update") ? played : text);
	}

}
