package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Question;
import dev.migrate.generate.Generated;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.script.MappingLine;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.Section;
import dev.migrate.testkit.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities made up by chance change by chance, and a developer answers what is asked
 * truthfully: no value of an attribute that stayed is lost, up or down. The system
 * property {@code seeds} asks for more of them.
 */
class RandomEntityChangesIntegrationTests {

	private static final Pattern ATTRIBUTE = Pattern.compile(" a(\\d+)");

	private static final int SEEDS = Integer.getInteger("seeds", Boolean.getBoolean("fire") ? 100 : 2);

	private static final int ROUNDS = 2;

	private Workshop workshop;

	@AfterEach
	void close() {
		this.workshop.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void noValueOfAnAttributeThatStayedIsLostOnPostgreSql(long start) {
		this.workshop = Workshop.postgresql();
		noValueIsLost(start);
	}

	@ParameterizedTest
	@ValueSource(longs = { 3, 4 })
	void noValueOfAnAttributeThatStayedIsLostOnH2(long start) {
		this.workshop = Workshop.h2();
		noValueIsLost(start);
	}

	private void noValueIsLost(long start) {
		StringBuilder failures = new StringBuilder();
		for (long seed = start * 10_000; seed < start * 10_000 + SEEDS; seed++) {
			StringBuilder said = new StringBuilder("seed " + seed + ": ");
			try {
				prove(new Random(seed), said);
			}
			catch (AssertionError | RuntimeException ex) {
				failures.append(said).append(ex.getMessage()).append("\n=====\n");
			}
		}
		assertThat(failures.toString()).isEmpty();
	}

	private void prove(Random random, StringBuilder said) {
		RandomEntities entities = new RandomEntities(random);
		List<MigrationScript> base = List.of();
		base = step(base, new Old("", Map.of(), Map.of(), Map.of()), entities, said);
		for (int round = 0; round < ROUNDS; round++) {
			Old old = new Old(entities.text(), entities.numbers(), entities.constants(), entities.types());
			entities.settle();
			int changes = 1 + random.nextInt(6);
			for (int i = 0; i < changes; i++) {
				entities.change();
			}
			base = step(base, old, entities, said);
		}
	}

	/** Write the revision of a change and prove it, if anything changes. */
	private List<MigrationScript> step(List<MigrationScript> base, Old old, RandomEntities entities,
			StringBuilder said) {
		said.append("\nto\n").append(entities.text());
		CompiledModel model = CompiledModel.of(Map.of("before", old.text(), "after", entities.text()));
		SortedMap<String, String> was = base.isEmpty() ? new TreeMap<>()
				: holders(mapping(model.unit("before")), old.numbers());
		TestUnit after = model.unit("after");
		List<MappingLine> wanted = mapping(after);
		SortedMap<String, String> is = new TreeMap<>();
		holders(wanted, entities.numbers()).forEach((column, key) -> is.put(key, column));
		Truth truth = new Truth(old, was, is, wanted, entities);
		Answers answers = Answers.NONE;
		Generated generated = this.workshop.generate(base, after, answers);
		for (int turn = 0; generated.asks(); turn++) {
			said.append(generated.comparison().open()).append('\n').append(answers).append('\n');
			assertThat(turn).isLessThan(6);
			answers = truth.answer(answers, generated.comparison().open());
			generated = this.workshop.generate(base, after, answers);
		}
		if (generated.isEmpty()) {
			return base;
		}
		said.append(answers).append('\n').append(this.workshop.text(generated, base));
		MigrationScript script = this.workshop.write(generated, base);
		List<MigrationScript> all = Workshop.and(base, script);
		Generated left = this.workshop.generate(all, after, Answers.NONE);
		assertThat(left.comparison().upgrade()).isEmpty();
		assertThat(left.comparison().open()).isEmpty();
		if (!base.isEmpty()) {
			this.workshop.onEmptyDatabase((database) -> goes(database, base, script, was, truth));
		}
		return all;
	}

	private List<MappingLine> mapping(TestUnit unit) {
		return this.workshop.generate(List.of(), unit, Answers.NONE).mapping();
	}

	private void goes(TestDatabase database, List<MigrationScript> base, MigrationScript last,
			SortedMap<String, String> was, Truth truth) {
		base.forEach((script) -> this.workshop.run(database, script.upgrade(this.workshop.dialect())));
		Schema start = this.workshop.read(database);
		new Rows(this.workshop.dialect(), start).fill(database);
		Schema wanted = this.workshop.generator().build(Workshop.and(base, last));
		SortedMap<String, String> values = new TreeMap<>();
		SortedMap<String, String> moved = new TreeMap<>();
		was.forEach((column, key) -> {
			String later = truth.is().get(key);
			if (later != null && column.contains(".")) {
				String value = values(database, start, column);
				String expected = truth.expected(key, value, type(start, column), type(wanted, later));
				if (expected != null) {
					values.put(column, value);
					moved.put(later, expected);
				}
			}
		});
		this.workshop.run(database, last.upgrade(this.workshop.dialect()));
		assertThat(this.workshop.differences(this.workshop.read(database), wanted)).isEmpty();
		moved.forEach(
				(column, value) -> assertThat(values(database, wanted, column)).as("up: %s", column).isEqualTo(value));
		Section downgrade = last.downgrade(this.workshop.dialect());
		if (downgrade.irreversible() != null) {
			return;
		}
		this.workshop.run(database, downgrade);
		assertThat(this.workshop.differences(this.workshop.read(database), start)).isEmpty();
		values.forEach(
				(column, value) -> assertThat(values(database, start, column)).as("down: %s", column).isEqualTo(value));
		this.workshop.run(database, last.upgrade(this.workshop.dialect()));
	}

	private static @Nullable String type(Schema schema, String name) {
		return table(schema, name).flatMap((table) -> column(table, name))
			.map((column) -> column.type().sql())
			.orElse(null);
	}

	private static Optional<Table> table(Schema schema, String name) {
		String own = name.substring(0, name.indexOf('.'));
		return schema.tables().stream().filter((table) -> table.name().name().equalsIgnoreCase(own)).findFirst();
	}

	private static Optional<Column> column(Table table, String name) {
		String own = name.substring(name.indexOf('.') + 1);
		return table.columns().stream().filter((column) -> column.name().equalsIgnoreCase(own)).findFirst();
	}

	private String values(TestDatabase database, Schema schema, String name) {
		Table table = table(schema, name).orElseThrow();
		Dialect dialect = this.workshop.dialect();
		return database
			.strings("SELECT CAST(" + dialect.quote(column(table, name).orElseThrow().name())
					+ " AS VARCHAR(1000)) FROM " + dialect.quote(table.name().name()))
			.stream()
			.map(String::valueOf)
			.sorted()
			.collect(Collectors.joining(","));
	}

	/**
	 * Return what tables and columns hold, by their names: numbers, which stay when
	 * entities and attributes get other names.
	 */
	private static SortedMap<String, String> holders(List<MappingLine> lines, Map<String, Integer> numbers) {
		SortedMap<String, String> holders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (MappingLine line : lines) {
			String key = key(line.path(), numbers);
			if (line.kind().equals("table") && !key.isEmpty()) {
				holders.put(plain(line.name()), key);
			}
		}
		for (MappingLine line : lines) {
			String key = key(line.path(), numbers);
			if (line.kind().equals("column") && !key.isEmpty()) {
				String[] name = plain(line.name()).split("\\.");
				String holder = holders.get(name[0]) + " " + key;
				// Several columns of one attribute are told apart by their names.
				holders.put(name[0] + "." + name[1], holders.containsValue(holder) ? holder + " " + name[1] : holder);
			}
		}
		return holders;
	}

	private static String plain(String name) {
		return name.replace("\"", "");
	}

	private static String key(String path, Map<String, Integer> numbers) {
		String[] words = path.split("\\.", 3);
		if (words.length == 1) {
			return numbers.containsKey(path) ? "e" + numbers.get(path) : "";
		}
		Integer number = numbers.get(words[0] + "." + words[1]);
		if (number == null) {
			return words[1].equals("id") ? "e" + numbers.get(words[0]) + ".id" : "";
		}
		return "a" + number + ((words.length > 2) ? "." + words[2] : "");
	}

	/** How it was. */
	private record Old(String text, Map<String, Integer> numbers, Map<Integer, List<String>> constants,
			Map<Integer, String> types) {
	}

	/**
	 * What a developer knows.
	 */
	private record Truth(Old old, SortedMap<String, String> was, SortedMap<String, String> is, List<MappingLine> wanted,
			RandomEntities entities) {

		Answers answer(Answers given, List<Question> open) {
			SortedMap<String, String> renames = new TreeMap<>(given.renames());
			SortedSet<String> drops = new TreeSet<>(given.drops());
			SortedMap<String, String> fills = new TreeMap<>(given.fills());
			// A renamed column may need no fill.
			boolean doubtful = open.stream().anyMatch((question) -> !(question instanceof Question.Fill));
			for (Question question : open) {
				String subject = plain(question.subject());
				String constant = (question instanceof Question.Constant) ? constant(subject) : null;
				if (constant != null) {
					renames.put(question.subject(), constant);
				}
				else if (question instanceof Question.Rename) {
					String now = this.was.containsKey(subject) ? this.is.get(this.was.get(subject)) : null;
					if (now != null && !now.equals(subject)) {
						renames.put(question.subject(), now.substring(now.indexOf('.') + 1));
					}
					else {
						drops.add(question.subject());
					}
				}
				else if (question instanceof Question.Fill fill) {
					if (doubtful) {
						continue;
					}
					String path = path(this.wanted, fill.subject());
					String value = (fill.proposed() != null) ? fill.proposed() : this.entities.value(path);
					fills.put(fill.subject(), (value != null) ? value : "0");
				}
				else {
					drops.add(question.subject());
				}
			}
			return new Answers(renames, drops, fills);
		}

		/**
		 * Return what a constant is called now, or the entity that one stands for, or
		 * null.
		 */
		private @Nullable String constant(String subject) {
			String[] words = subject.split("\\.");
			if (words.length < 3) {
				return null;
			}
			Integer entity = this.old.numbers().get(words[2]);
			if (entity != null) {
				return this.entities.numbers()
					.entrySet()
					.stream()
					.filter((other) -> other.getValue().equals(entity))
					.map(Map.Entry::getKey)
					.findFirst()
					.orElse(null);
			}
			String holder = this.was.get(words[0] + "." + words[1]);
			String now = (holder != null) ? renamed(holder, words[2]) : words[2];
			return now.equals(words[2]) ? null : now;
		}

		/**
		 * Return what values have to be, or null if that depends on how the database
		 * converts them.
		 */
		@Nullable String expected(String holder, String values, @Nullable String type, @Nullable String newType) {
			Integer attribute = attribute(holder);
			String now = this.entities.types().get(attribute);
			if (now != null && !now.equals(this.old.types().get(attribute))) {
				List<String> constants = this.old.constants().get(attribute);
				return switch (this.old.types().get(attribute) + " to " + now) {
					case "enum to number" -> each(values, (value) -> String.valueOf(constants.indexOf(value)));
					case "number to enum" -> each(values, (value) -> constants.get(Integer.parseInt(value)));
					default -> null;
				};
			}
			return (type != null && (type.equals(newType) || "enum".equals(now))) ? renamed(holder, values) : null;
		}

		/** Return values under the names that the constants of their enum have now. */
		private String renamed(String holder, String values) {
			List<String> before = this.old.constants().getOrDefault(attribute(holder), List.of());
			List<String> after = this.entities.constants().getOrDefault(attribute(holder), before);
			return each(values, (value) -> before.contains(value) ? after.get(before.indexOf(value)) : value);
		}

		private static String each(String values, UnaryOperator<String> change) {
			return Stream.of(values.split(",")).map(change).sorted().collect(Collectors.joining(","));
		}

		private static Integer attribute(String holder) {
			Matcher number = ATTRIBUTE.matcher(holder);
			return number.find() ? Integer.valueOf(number.group(1)) : 0;
		}

		private static String path(List<MappingLine> lines, String subject) {
			List<String> paths = new ArrayList<>();
			for (MappingLine line : lines) {
				if (line.kind().equals("column") && line.name().equals(subject)) {
					paths.add(line.path());
				}
			}
			return paths.isEmpty() ? subject : paths.get(0);
		}

	}

}
