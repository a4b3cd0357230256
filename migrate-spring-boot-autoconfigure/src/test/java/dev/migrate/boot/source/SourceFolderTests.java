package dev.migrate.boot.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceFolderTests {

	private static final List<String> DEFAULT = List.of("classpath:db/migrations");

	@TempDir
	Path module;

	@BeforeEach
	void makeModule() throws IOException {
		Files.createDirectories(this.module.resolve("src/main/java"));
	}

	private SourceFolder from(String output) throws IOException {
		Path path = this.module.resolve(output);
		if (output.endsWith(".jar")) {
			Files.createDirectories(path.getParent());
			Files.writeString(path, "jar");
		}
		else {
			Files.createDirectories(path);
		}
		return SourceFolder.of(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "target/classes", "build/classes/java/main", "build/resources/main", "bin/main",
			"target/app.jar", "build/libs/app.jar" })
	void writesToTheModuleThatTheApplicationWasBuiltFrom(String output) throws IOException {
		SourceFolder source = from(output);
		assertThat(source.target(null, null, DEFAULT))
			.isEqualTo(this.module.resolve("src/main/resources/db/migrations"));
		assertThat(source.module()).isEqualTo(this.module);
		assertThat(source.isJar()).isEqualTo(output.endsWith(".jar"));
	}

	@Test
	void prefersTheOptionThenThePropertyThenAFileLocation() throws IOException {
		SourceFolder source = from("target/classes");
		List<String> locations = List.of("classpath:db/migrations", "file:/srv/migrations");
		assertThat(source.target("here", "sql", locations)).isEqualTo(Path.of("here").toAbsolutePath());
		assertThat(source.target(null, "sql", locations)).isEqualTo(this.module.resolve("sql"));
		assertThat(source.target(null, null, locations)).isEqualTo(Path.of("/srv/migrations").toAbsolutePath());
		assertThat(source.target(null, null, List.of("classpath:/changes/")))
			.isEqualTo(this.module.resolve("src/main/resources/changes"));
	}

	@Test
	void doesNotGuessFromTheWorkingDirectory() throws IOException {
		for (String output : List.of("app/classes", "app.jar", "elsewhere/target/app.jar")) {
			assertThatExceptionOfType(MigrateException.class).as(output)
				.isThrownBy(() -> from(output).target(null, null, DEFAULT))
				.withMessageContaining(output)
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.USAGE));
		}
	}

}
