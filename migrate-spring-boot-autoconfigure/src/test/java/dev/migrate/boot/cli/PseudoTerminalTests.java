package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What somebody sees who sits at a terminal. The terminal is one that {@code script} of
 * util-linux makes; where that is missing, the tests are skipped.
 */
@EnabledOnOs(OS.LINUX)
class PseudoTerminalTests {

	private static final Path SCRIPT = Path.of("/usr/bin/script");

	@TempDir
	Path folder;

	@BeforeEach
	void writeARevision() throws IOException {
		assumeTrue(Files.isExecutable(SCRIPT));
		Files.writeString(this.folder.resolve("aaaa11111111.sql"), """
				-- create students
				--
				-- revision: aaaa11111111
				-- revises: base

				-- migrate:upgrade
				CREATE TABLE students (id BIGINT PRIMARY KEY);
				INSERT INTO students VALUES (1);

				-- migrate:downgrade
				DROP TABLE students;
				""");
	}

	@Test
	void asksAtATerminalAndObeysTheAnswers() throws Exception {
		String shown = at(60, "TERM=xterm", "n\ny\n", "upgrade", "downgrade base", "current", "downgrade base",
				"current", "show nosuch", "upgrade --help");
		assertThat(shown).contains("This takes rows away from STUDENTS. Go on? [y/N]")
			.containsSubsequence("Upgraded from base to aaaa11111111", "[exit 0]", "Go on? [y/N]", "Nothing was run.",
					"[exit 7]", "aaaa11111111 (head)", "[exit 0]", "Go on? [y/N]",
					"Downgraded from aaaa11111111 to base", "[exit 0]",
					"\u001b[31;1mError:\u001b[0m The folder has no revision 'nosuch'", "[exit 1]");
		assertThat(help(shown)).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(60));
	}

	@Test
	void usesAWideTerminalAndLeavesColoursOutWhereNobodyWantsThem() throws Exception {
		String shown = at(160, "NO_COLOR=1", "", "show nosuch", "upgrade --help");
		assertThat(shown).contains("Error: The folder has no revision 'nosuch'").doesNotContain("\u001b");
		assertThat(help(shown)).anySatisfy((line) -> assertThat(line.length()).isGreaterThan(90));
	}

	private static List<String> help(String shown) {
		return shown.substring(shown.indexOf("Usage:"))
			.replaceAll("\u001b\\[[0-9;]*m", "")
			.lines()
			.map(String::stripTrailing)
			.toList();
	}

	private String at(int columns, String setting, String typed, String... commands) throws Exception {
		List<String> words = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", CommandAtTerminal.class.getName(), this.folder.toString()));
		words.addAll(List.of(commands));
		String line = "stty cols " + columns + "; "
				+ words.stream().map((word) -> "'" + word + "'").collect(Collectors.joining(" "));
		Path shown = Files.createTempFile(this.folder, "shown", ".txt");
		ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", line, "/dev/null")
			.redirectErrorStream(true)
			.redirectOutput(shown.toFile());
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		builder.environment().remove("NO_COLOR");
		builder.environment()
			.put("CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
		builder.environment().put("SHELL", "/bin/sh");
		builder.environment().put("TERM", "xterm");
		builder.environment().put(setting.split("=")[0], setting.split("=")[1]);
		Process process = builder.start();
		// Stays open: the end of what is typed would be taken for an answer.
		process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
		process.getOutputStream().flush();
		boolean ended = process.waitFor(1, TimeUnit.MINUTES);
		process.destroyForcibly();
		assertThat(ended).as("the commands end").isTrue();
		return Files.readString(shown);
	}

}
