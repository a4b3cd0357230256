package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.migrate.lint.Severity;
import dev.migrate.testkit.TestDatabase;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a scenario is played: a folder, a database, the command line.
 */
final class ScenarioStage {

	private static final String CONNECTION = "--spring.datasource.";

	private static final String FAIL_ON = "--spring.migrate.lint.fail-on=";

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

	private static final Pattern ID = Pattern.compile("(?<![0-9a-z])[0-9a-f]{12}(?![0-9a-z])");

	private final TestDatabase database;

	private final Path root;

	private final CommandDesk desk;

	private final Map<String, String> ids = new LinkedHashMap<>();

	private final Map<String, String> exported = new LinkedHashMap<>();

	private String known = "";

	ScenarioStage(TestDatabase database, Path root) throws IOException {
		this.database = database;
		// The first who comes makes an H2 in memory, with whatever password.
		database.execute("SELECT 1");
		this.root = root;
		this.desk = new CommandDesk(database, Files.createDirectories(root.resolve("migrations")));
		this.desk.entities(new ScenarioEntities(root));
		((Logger) LoggerFactory.getLogger("org.hibernate")).setLevel(Level.WARN);
	}

	/** Play a scenario, and return its text with the answers of today. */
	String play(String text) throws IOException {
		this.known = text;
		List<String> played = new ArrayList<>();
		for (Scenario.Block block : Scenario.parse(text).blocks()) {
			try {
				played.add(play(block));
			}
			catch (IllegalStateException ex) {
				throw new IllegalStateException(ex.getMessage() + "\nafter\n" + String.join("\n\n", played), ex);
			}
		}
		return String.join("\n\n", played) + "\n";
	}

	private String play(Scenario.Block block) throws IOException {
		if (block instanceof Scenario.Prose prose) {
			return prose.text();
		}
		if (block instanceof Scenario.NewFile file) {
			Path path = this.root.resolve(file.name());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.text());
			return "$ cat > " + file.name() + " <<" + file.end() + "\n" + file.text() + file.end();
		}
		Scenario.Command command = (Scenario.Command) block;
		ScenarioOutput output = new ScenarioOutput();
		if (command.line().startsWith("sql> ")) {
			output.out().println(query(own(command.line().substring(5))));
		}
		else {
			output.exit(shell(words(command.line().substring(2)), command.answers(), output));
		}
		String answer = steady(output.text());
		answer.lines().forEach((line) -> {
			if (Scenario.starts(line) || line.startsWith("#") || line.startsWith("< ")) {
				throw new IllegalStateException("A scenario can't show the line: " + line);
			}
		});
		return Stream
			.of(Stream.of(command.line()), command.answers().stream().map((typed) -> "< " + typed),
					Stream.of(answer).filter((lines) -> !lines.isEmpty()))
			.flatMap((part) -> part)
			.map(String::stripTrailing)
			.collect(Collectors.joining("\n"));
	}

	static List<String> words(String line) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		Matcher matcher = WORD.matcher(line);
		int end = 0;
		while (matcher.find()) {
			if (matcher.start() > end && !word.isEmpty()) {
				words.add(word.toString());
				word.setLength(0);
			}
			// An empty word has to be quoted, as at a shell.
			String part = (matcher.group(1) != null) ? matcher.group(1)
					: (matcher.group(2) != null) ? matcher.group(2) : matcher.group(3);
			word.append(part);
			end = matcher.end();
		}
		words.add(word.toString());
		return words;
	}

	private int shell(List<String> words, List<String> answers, ScenarioOutput output) throws IOException {
		List<String> arguments = words.subList(1, words.size());
		switch (words.get(0)) {
			case "export" -> {
				String[] option = own(arguments.get(0)).split("=", 2);
				this.exported.put(option[0].toLowerCase(Locale.ROOT).replaceFirst("^spring_datasource_", ""),
						option[1]);
			}
			case "unset" ->
				this.exported.remove(arguments.get(0).toLowerCase(Locale.ROOT).replaceFirst("^spring_datasource_", ""));
			case "db" -> {
				return db(arguments, answers, output);
			}
			case "cat" -> output.out().print(Files.readString(this.root.resolve(arguments.get(0))));
			case "rm" -> Files.delete(this.root.resolve(arguments.get(0)));
			case "mv" -> Files.move(this.root.resolve(arguments.get(0)), this.root.resolve(arguments.get(1)));
			case "ls" -> {
				try (Stream<Path> files = Files.list(this.root.resolve(arguments.get(0)))) {
					files.map((file) -> file.getFileName().toString()).sorted().forEach(output.out()::println);
				}
			}
			default -> throw new IllegalArgumentException("No such command: " + words);
		}
		return 0;
	}

	private int db(List<String> arguments, List<String> answers, ScenarioOutput output) {
		List<String> given = arguments.stream().map(this::own).toList();
		connect(given);
		Terminal terminal = answers.isEmpty() ? Terminal.unattended(output.out(), output.err())
				: Terminal.attended(output.out(), output.err(), new ScenarioAnswers(answers, output.err()));
		Logger logger = (Logger) LoggerFactory.getLogger("dev.migrate");
		Warnings warnings = new Warnings(output);
		warnings.start();
		logger.addAppender(warnings);
		logger.setAdditive(false);
		try {
			return this.desk.run(terminal, given.stream().map(this::inFolder).toArray(String[]::new));
		}
		finally {
			logger.detachAppender(warnings);
			logger.setAdditive(true);
		}
	}

	// The folder of the scenario is not that of this process.
	private String inFolder(String argument) {
		boolean names = argument.matches("[\\w./-]*[\\w/]") && !argument.startsWith("-")
				&& Files.exists(this.root.resolve(argument));
		return names ? this.root.resolve(argument).toString() : argument;
	}

	// What Spring would make of these options.
	private void connect(List<String> arguments) {
		Map<String, String> options = new LinkedHashMap<>(this.exported);
		this.desk.failsOn(null);
		for (String argument : arguments) {
			if (argument.startsWith(FAIL_ON)) {
				this.desk.failsOn(Severity.valueOf(argument.substring(FAIL_ON.length()).toUpperCase(Locale.ROOT)));
			}
			if (argument.startsWith(CONNECTION)) {
				String[] option = argument.substring(CONNECTION.length()).split("=", 2);
				options.put(option[0], option[1]);
			}
		}
		this.desk.connectsWith(options.isEmpty() ? this.database.dataSource()
				: new DriverManagerDataSource(options.getOrDefault("url", this.database.url()),
						options.getOrDefault("username", this.database.user()),
						options.getOrDefault("password", this.database.password())));
	}

	// Names that others on the same server don't have.
	private String own(String text) {
		String address = this.database.url().replaceFirst("/[^/]*$", "/");
		return text.replace("jdbc:postgresql://localhost:5432/", address)
			.replaceAll("\\bschool(?=_)", this.database.name());
	}

	private String query(String sql) {
		String url = this.exported.getOrDefault("url", this.database.url());
		try (Connection connection = DriverManager.getConnection(url, this.database.user(), this.database.password());
				Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			if (!statement.execute(sql)) {
				return "";
			}
			List<String> rows = new ArrayList<>();
			try (ResultSet result = statement.getResultSet()) {
				int columns = result.getMetaData().getColumnCount();
				while (result.next()) {
					List<String> row = new ArrayList<>();
					for (int column = 1; column <= columns; column++) {
						String value = result.getString(column);
						row.add((value != null) ? value : "NULL");
					}
					rows.add(String.join(" | ", row));
				}
			}
			return rows.isEmpty() ? "(no rows)" : String.join("\n", rows);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + " in: " + sql, ex);
		}
	}

	/** Replace what differs from run to run, and only that. */
	private String steady(String text) {
		String steady = text.replace(this.root.toUri().toString(), "file:…/")
			.replace(this.root + "/", "…/")
			.replace(this.root.toString(), "…")
			.replaceAll("\\b(\\d+ ms|\\d+\\.\\d s)\\b", "0 ms")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>")
			.replaceAll("(?<=\"executionTime\": )\\d+", "0")
			.replaceAll("'\\d+:head(:[^:']*)+'", "'<fingerprint>'")
			.replaceAll("(jdbc:postgresql://)[^/ ]+/(?=" + this.database.name() + "_)", "$1localhost:5432/")
			.replaceAll("(jdbc:postgresql://)[^/ ]+/" + this.database.name() + "(\\?[^,:\"\\s]*)?",
					"$1localhost:5432/school")
			.replaceAll("jdbc:h2:mem:" + this.database.name() + "[^,:\"\\s]*", "jdbc:h2:mem:school")
			.replace(this.database.name(), "school")
			.replaceAll("PostgreSQL 1\\d(\\.\\d+)?", "PostgreSQL");
		Matcher matcher = ID.matcher(steady);
		return matcher.replaceAll((found) -> this.known.contains(found.group()) ? found.group()
				: this.ids.computeIfAbsent(found.group(), (id) -> "<id " + (this.ids.size() + 1) + ">"));
	}

	/** The lines that an application would log. */
	private static final class Warnings extends AppenderBase<ILoggingEvent> {

		private final ScenarioOutput output;

		Warnings(ScenarioOutput output) {
			this.output = output;
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
				this.output.err().println(event.getLevel() + " " + event.getFormattedMessage());
			}
		}

	}

}
