package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about reliability names tests of all modules; each of them is there.
 */
class ReliabilityPageTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern NAME = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

	@Test
	void namesOnlyTestsThatExist() throws IOException {
		Map<String, String> sources = sources();
		List<MatchResult> names = NAME.matcher(Files.readString(ROOT.resolve("docs/reliability.md")))
			.results()
			.toList();
		assertThat(names).hasSizeGreaterThan(60);
		for (MatchResult name : names) {
			assertThat(sources).containsKey(name.group(1));
			assertThat(sources.get(name.group(1))).as(name.group()).contains("void " + name.group(2) + "(");
		}
	}

	private static Map<String, String> sources() throws IOException {
		Map<String, String> sources = new TreeMap<>();
		for (String module : List.of("migrate-core", "migrate-hibernate", "migrate-spring-boot-autoconfigure",
				"sample-app")) {
			try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
				for (Path file : files.filter((path) -> path.toString().endsWith("Tests.java")).toList()) {
					sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
				}
			}
		}
		return sources;
	}

}
