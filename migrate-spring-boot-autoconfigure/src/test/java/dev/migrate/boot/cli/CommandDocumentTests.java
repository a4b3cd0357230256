package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrate.service.MigrationDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.json.JsonParserFactory;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/commands.md} and {@code docs/json.md} to the commands and to what
 * they answer in the scenarios.
 */
class CommandDocumentTests {

	private static final Path DOCS = Path.of("../docs");

	private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

	private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

	private static final Pattern FIELD = Pattern.compile("\\| `([^`]+)` \\| ([a-z]+) \\|.*");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

	static Stream<CommandLine> commands() {
		DatabaseCommand.Session session = session();
		return Commands.NAMES.stream().map((name) -> new CommandLine(Commands.named(name, session)));
	}

	static DatabaseCommand.Session session() {
		return new DatabaseCommand.Session(new NoWorkplaces(),
				Terminal.unattended(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
				new Interruption());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void namesEachCommandAndItsOptionsAndNoOthers(CommandLine command) throws IOException {
		String name = command.getCommandName();
		List<String> rows = section(Files.readString(DOCS.resolve("commands.md")), "all");
		List<String> everywhere = new CommandLine(new CommonOptions()).getCommandSpec()
			.options()
			.stream()
			.map((option) -> option.longestName())
			.toList();
		String row = rows.stream().filter((line) -> line.startsWith("| `" + name)).findFirst().orElse("");
		assertThat(row).as("a row of docs/commands.md for `%s`", name).isNotEmpty();
		List<String> missing = command.getCommandSpec()
			.options()
			.stream()
			.map((option) -> option.longestName())
			.filter((option) -> !everywhere.contains(option))
			.filter((option) -> !Pattern.compile("`[^`]*" + Pattern.quote(option) + "\\b").matcher(row).find())
			.toList();
		assertThat(missing).as("options of `%s` that docs/commands.md does not name", name).isEmpty();
		Set<String> known = command.getCommandSpec().optionsMap().keySet();
		assertThat(OPTION.matcher(row.split("\\|")[2]).results().map(MatchResult::group))
			.as("options that docs/commands.md names for `%s`", name)
			.allMatch(known::contains);
	}

	@Test
	void linksToFilesThatExist() throws IOException {
		for (String name : List.of("commands.md", "json.md", "deployment.md")) {
			Matcher links = LINK.matcher(Files.readString(DOCS.resolve(name)));
			while (links.find()) {
				String link = links.group(1);
				assertThat(link.startsWith("https:") || Files.exists(DOCS.resolve(link))).as("%s in %s", link, name)
					.isTrue();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void describesTheDocumentOfEachCommand(CommandLine command) throws IOException {
		assertThat(fields(command.getCommandName())).as("a section of docs/json.md for `%s`", command.getCommandName())
			.isNotEmpty();
	}

	@Test
	void describesEveryFieldThatIsAnswered() throws IOException {
		int documents = 0;
		try (Stream<Path> files = Files.list(SCENARIOS)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".txt")).sorted().toList()) {
				for (String block : Files.readString(file).split("\n\n(?=\\$ |sql> |# )")) {
					String first = block.lines().findFirst().orElse("");
					int start = block.indexOf("\n{");
					if (first.startsWith("$ db ") && first.contains("--json") && start > 0) {
						check(file + ": " + first, first.split(" ")[2],
								block.substring(start, block.lastIndexOf("\n}") + 2));
						documents++;
					}
				}
			}
		}
		assertThat(documents).isGreaterThan(20);
	}

	private static void check(String place, String command, String text) throws IOException {
		Map<String, String> known = new LinkedHashMap<>(fields("every command"));
		Map<String, Object> document = JsonParserFactory.getJsonParser().parseMap(text);
		known.putAll(fields(document.containsKey("detail") ? "a failure" : command));
		Map<String, String> found = new LinkedHashMap<>();
		leaves(document, "", found);
		found.forEach((path, type) -> assertThat(known.entrySet())
			.as("%s answers %s (%s), which docs/json.md has to describe", place, path, type)
			.anySatisfy((field) -> {
				assertThat(path).matches(Pattern.quote(field.getKey()).replace("*", "\\E[^.]+\\Q"));
				assertThat(field.getValue()).isEqualTo(type);
			}));
	}

	private static void leaves(Object value, String path, Map<String, String> found) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, element) -> leaves(element, path + (path.isEmpty() ? "" : ".") + name, found));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> leaves(element, path + "[]", found));
		}
		else {
			found.put(path, (value instanceof Boolean) ? "boolean" : (value instanceof Number) ? "number" : "string");
		}
	}

	private static Map<String, String> fields(String title) throws IOException {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String line : section(Files.readString(DOCS.resolve("json.md")), title)) {
			Matcher matcher = FIELD.matcher(line);
			if (matcher.matches()) {
				fields.put(matcher.group(1), matcher.group(2));
			}
		}
		return fields;
	}

	/**
	 * Return the lines below a heading, which may name several things; {@code all} for
	 * the whole page.
	 */
	private static List<String> section(String page, String title) {
		if (title.equals("all")) {
			return page.lines().toList();
		}
		return Arrays.stream(page.split("\n(?=## )"))
			.filter((section) -> List.of(section.lines().findFirst().orElse("").replaceFirst("^## ", "").split(", "))
				.contains(title))
			.flatMap(String::lines)
			.toList();
	}

	/** Nothing is asked of an application. */
	private static final class NoWorkplaces implements Workplaces {

		@Override
		public MigrationDatabases databases() {
			throw new IllegalStateException();
		}

		@Override
		public Workplace at(String name) {
			throw new IllegalStateException();
		}

	}

}
