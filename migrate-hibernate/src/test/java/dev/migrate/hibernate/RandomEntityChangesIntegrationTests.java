package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	private static final int SEEDS = Integer.getInteger("seeds", 3);

	private static Workshop workshop;

	@BeforeAll
	static void open() {
		workshop = Workshop.postgresql();
	}

	@AfterAll
	static void close() {
		workshop.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void noValueOfAnAttributeThatStayedIsLost(long start) {
		StringBuilder failures = new StringBuilder();
		for (long seed = start * 10_000; seed < start * 10_000 + SEEDS; seed++) {
			Random random = new Random(seed);
			RandomEntities entities = new RandomEntities(random);
			String before = entities.text();
			Old old = new Old(before, entities.numbers(), entities.constants());
			int changes = 1 + random.nextInt(6);
			for (int i = 0; i < changes; i++) {
				entities.change();
			}
			String[] text = { "" };
			try {
				prove(old, entities, text);
			}
			catch (AssertionError | RuntimeException ex) {
				failures.append("seed ")
					.append(seed)
					.append(": ")
					.append(ex.getMessage())
					.append("\nfrom\n")
					.append(old.text())
					.append("to\n")
					.append(entities.text())
					.append(text[0])
					.append("\n=====\n");
			}
		}
		assertThat(failures.toString()).isEmpty();
	}

	private static void prove(Old old, RandomEntities entities, String[] said) {
		CompiledModel model = CompiledModel.of(Map.of("before", old.text(), "after", entities.text()));
		MigrationScript first = workshop.write(workshop.generate(List.of(), model.unit("before"), Answers.NONE),
				List.of());
		Generated again = workshop.generate(List.of(first), model.unit("before"), Answers.NONE);
		assertThat(again.comparison().upgrade()).isEmpty();
		TestUnit after = model.unit("after");
		List<MappingLine> wanted = workshop.generate(List.of(), after, Answers.NONE).mapping();
		SortedMap<String, String> was = holders(first.mapping(), old.numbers());
		SortedMap<String, String> is = new TreeMap<>();
		holders(wanted, entities.numbers()).forEach((column, key) -> is.put(key, column));
		Truth truth = new Truth(old, was, is, wanted, entities);
		Answers answers = Answers.NONE;
		Generated generated = workshop.generate(List.of(first), after, answers);
		for (int turn = 0; generated.asks(); turn++) {
			said[0] = generated.comparison().open() + "\n" + answers;
			assertThat(turn).isLessThan(6);
			answers = truth.answer(answers, generated.comparison().open());
			generated = workshop.generate(List.of(first), after, answers);
		}
		if (generated.isEmpty()) {
			return;
		}
		said[0] = answers + "\n" + workshop.text(generated, List.of(first));
		MigrationScript second = workshop.write(generated, List.of(first));
		Generated left = workshop.generate(List.of(first, second), after, Answers.NONE);
		assertThat(left.comparison().upgrade()).isEmpty();
		assertThat(left.comparison().open()).isEmpty();
		workshop.onEmptyDatabase((database) -> goes(database, first, second, was, truth));
	}

	private static void goes(TestDatabase database, MigrationScript first, MigrationScript second,
			SortedMap<String, String> was, Truth truth) {
		workshop.run(database, first.upgrade(workshop.dialect()));
		Schema start = workshop.read(database);
		new Rows(workshop.dialect(), start).fill(database);
		Schema wanted = workshop.generator().build(List.of(first, second));
		SortedMap<String, String> values = new TreeMap<>();
		SortedMap<String, String> moved = new TreeMap<>();
		was.forEach((column, key) -> {
			String later = truth.is().get(key);
			if (later != null && column.contains(".") && type(start, column) != null
					&& type(start, column).equals(type(wanted, later))) {
				values.put(column, values(database, column));
				moved.put(later, truth.renamed(key, values.get(column)));
			}
		});
		workshop.run(database, second.upgrade(workshop.dialect()));
		assertThat(workshop.differences(workshop.read(database), wanted)).isEmpty();
		moved.forEach((column, value) -> assertThat(values(database, column)).as("up: %s", column).isEqualTo(value));
		Section downgrade = second.downgrade(workshop.dialect());
		if (downgrade.irreversible() != null) {
			return;
		}
		workshop.run(database, downgrade);
		assertThat(workshop.differences(workshop.read(database), start)).isEmpty();
		values.forEach((column, value) -> assertThat(values(database, column)).as("down: %s", column).isEqualTo(value));
		workshop.run(database, second.upgrade(workshop.dialect()));
	}

	private static String type(Schema schema, String name) {
		String[] words = name.split("\\.");
		for (Table table : schema.tables()) {
			if (table.name().name().equals(words[0])) {
				return table.column(words[1]).map(Column::type).map((type) -> type.sql()).orElse(null);
			}
		}
		return null;
	}

	private static String values(TestDatabase database, String column) {
		String[] words = column.split("\\.");
		return database.string("SELECT coalesce(string_agg(\"" + words[1] + "\"::text, ',' ORDER BY \"" + words[1]
				+ "\"::text), '') FROM \"" + words[0] + "\"");
	}

	/**
	 * Return what tables and columns hold, by their names: numbers, which stay when
	 * entities and attributes get other names.
	 */
	private static SortedMap<String, String> holders(List<MappingLine> lines, Map<String, Integer> numbers) {
		SortedMap<String, String> holders = new TreeMap<>();
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
	private record Old(String text, Map<String, Integer> numbers, Map<Integer, List<String>> constants) {
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
				String constant = (question instanceof Question.Rename) ? constant(subject) : null;
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

		/** Return values under the names that the constants of their enum have now. */
		String renamed(String holder, String values) {
			Integer attribute = Integer.valueOf(holder.replaceFirst(".* a(\\d+).*", "$1").replaceFirst(".*\\D.*", "0"));
			List<String> before = this.old.constants().getOrDefault(attribute, List.of());
			List<String> after = this.entities.constants().getOrDefault(attribute, before);
			return Stream.of(values.split(","))
				.map((value) -> before.contains(value) ? after.get(before.indexOf(value)) : value)
				.sorted()
				.collect(Collectors.joining(","));
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
