package dev.migrate.hibernate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.diff.Answers;
import dev.migrate.generate.Generated;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.Section;
import dev.migrate.testkit.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The spine: entities change, the revision of the change runs on tables with rows, leaves
 * nothing to compare, and goes back to where it started.
 */
class EntityChangesIntegrationTests {

	private static final Path GOLDEN = Path.of("src/test/resources/dev/migrate/hibernate/golden");

	static final List<EntityChange> CHANGES = EntityChange.read();

	private static final CompiledModel MODEL = EntityChange.compile(CHANGES);

	private static Workshop postgresql;

	@BeforeAll
	static void open() {
		postgresql = Workshop.postgresql();
	}

	@AfterAll
	static void close() {
		postgresql.close();
	}

	static Stream<EntityChange> changes() {
		return asked("postgresql");
	}

	/**
	 * Return the changes for a database: all, or those with a word in their title that
	 * {@code -Dchange=word} names.
	 */
	static Stream<EntityChange> asked(String database) {
		String word = System.getProperty("change", "");
		return CHANGES.stream().filter((change) -> change.isFor(database) && change.title().contains(word));
	}

	@ParameterizedTest
	@MethodSource("changes")
	void changesPostgreSqlAndGoesBack(EntityChange change) throws IOException {
		String text = changesAndGoesBack(postgresql, change);
		Path golden = GOLDEN.resolve(change.fileName());
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(GOLDEN);
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

	static String changesAndGoesBack(Workshop workshop, EntityChange change) {
		TestUnit before = MODEL.unit(change.model("before"));
		TestUnit after = MODEL.unit(change.model("after"));
		MigrationScript first = workshop.write(workshop.generate(List.of(), before, Answers.NONE), List.of());
		Generated generated = workshop.generate(List.of(first), after, change.answers());
		assertThat(generated.comparison().open()).isEmpty();
		assertThat(generated.isEmpty()).isFalse();
		assertThat(generated.kept()).isEmpty();
		String text = workshop.text(generated, List.of(first));
		MigrationScript second = workshop.write(generated, List.of(first));
		Generated again = workshop.generate(List.of(first, second), after, Answers.NONE);
		assertThat(again.comparison().upgrade()).as(text).isEmpty();
		assertThat(again.comparison().open()).as(text).isEmpty();
		workshop.onEmptyDatabase((database) -> goesUpAndDown(workshop, database, first, second));
		return text.substring(text.indexOf("-- migrate:upgrade"));
	}

	/**
	 * Put NULL where it was refused before: the way back has to cope.
	 */
	private static void takeNull(Workshop workshop, TestDatabase database, Schema start, Schema changed) {
		for (Table table : start.tables()) {
			Table later = changed.table(table.name()).orElse(Table.of(table.name(), List.of()));
			String name = workshop.dialect().quote(table.name().schema()) + "."
					+ workshop.dialect().quote(table.name().name());
			table.columns()
				.stream()
				.filter((column) -> !column.nullable()
						&& later.column(column.name()).filter((other) -> other.nullable()).isPresent())
				.forEach((column) -> database
					.execute("UPDATE " + name + " SET " + workshop.dialect().quote(column.name()) + " = NULL"));
		}
	}

	private static void goesUpAndDown(Workshop workshop, TestDatabase database, MigrationScript first,
			MigrationScript second) {
		Section downgrade = second.downgrade(workshop.dialect());
		workshop.run(database, first.upgrade(workshop.dialect()));
		Schema start = workshop.read(database);
		Rows rows = new Rows(workshop.dialect(), start);
		rows.fill(database);
		SortedMap<QualifiedName, String> counts = rows.count(database);
		workshop.run(database, second.upgrade(workshop.dialect()));
		Schema changed = workshop.read(database);
		assertThat(workshop.differences(changed, workshop.generator().build(List.of(first, second)))).isEmpty();
		if (downgrade.irreversible() != null) {
			return;
		}
		takeNull(workshop, database, start, changed);
		workshop.run(database, downgrade);
		assertThat(workshop.differences(workshop.read(database), start)).isEmpty();
		SortedMap<QualifiedName, String> left = rows.count(database);
		start.tables()
			.stream()
			.filter((table) -> changed.table(table.name()).isPresent())
			.forEach((table) -> assertThat(left.get(table.name())).as("rows of %s", table.name())
				.isEqualTo(counts.get(table.name())));
		workshop.run(database, second.upgrade(workshop.dialect()));
	}

}
