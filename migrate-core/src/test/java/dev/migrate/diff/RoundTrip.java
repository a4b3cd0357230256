package dev.migrate.diff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.migrate.dialect.Catalog;
import dev.migrate.dialect.Renderer;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.operation.ServerNames;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;
import dev.migrate.testkit.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of every change: what leads from one schema to another leaves nothing to
 * compare, and what takes it back leads to where it started.
 *
 * @param databases opens an empty database
 * @param catalog reads it
 * @param renderer writes for it
 * @param serverNames how it names things
 * @param currentSchema where unqualified names go
 */
record RoundTrip(Supplier<TestDatabase> databases, Catalog catalog, Renderer renderer, ServerNames serverNames,
		String currentSchema) {

	/**
	 * Prove the law for a pair of scripts.
	 * @return the statements of the upgrade and the downgrade
	 */
	Result prove(String before, String after) {
		try (TestDatabase database = this.databases.get(); TestDatabase other = this.databases.get()) {
			run(database, before);
			run(other, after);
			Schema start = read(database);
			Schema wanted = read(other);
			Comparison comparison = compare(start, wanted);
			List<String> upgrade = this.renderer.render(comparison.upgrade());
			List<Operation> reverse = new ArrayList<>();
			for (Reversal reversal : comparison.downgrade()) {
				reverse.add(((Reversal.By) reversal).operation());
			}
			List<String> downgrade = this.renderer.render(reverse);
			Result result = new Result(comparison, upgrade, downgrade);
			database.execute(upgrade.toArray(String[]::new));
			Comparison left = compare(read(database), wanted);
			assertThat(left.upgrade()).as("left to do after\n%s", result.text()).isEmpty();
			database.execute(downgrade.toArray(String[]::new));
			assertSame(read(database), start, result.text());
			database.execute(upgrade.toArray(String[]::new));
			return result;
		}
	}

	private static void run(TestDatabase database, String script) {
		for (String statement : script.split(";\n")) {
			if (!statement.isBlank()) {
				database.execute(statement.strip().replaceAll(";$", ""));
			}
		}
	}

	private void assertSame(Schema now, Schema start, String text) {
		if (this.serverNames.isMadeUp("CONSTRAINT_1")) {
			assertThat(compare(now, start).upgrade()).as("different after going back over\n%s", text).isEmpty();
			return;
		}
		assertThat(now.objects().keySet()).as("objects after going back over\n%s", text)
			.isEqualTo(start.objects().keySet());
		start.objects()
			.forEach((key, object) -> assertThat(now.objects().get(key)).as("%s after going back over\n%s", key, text)
				.isEqualTo(object));
	}

	Comparison compare(Schema actual, Schema desired) {
		return new SchemaComparator().compare(actual, desired,
				ComparisonRules.exact(this.serverNames, this.currentSchema));
	}

	Schema read(TestDatabase database) {
		try (Connection connection = database.connect()) {
			return this.catalog.read(connection, SchemaScope.everything());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came out.
	 *
	 * @param comparison what was found
	 * @param upgrade the statements up
	 * @param downgrade the statements down
	 */
	record Result(Comparison comparison, List<String> upgrade, List<String> downgrade) {

		String text() {
			return "-- migrate:upgrade\n" + joined(this.upgrade) + "\n-- migrate:downgrade\n" + joined(this.downgrade);
		}

		private static String joined(List<String> statements) {
			StringBuilder text = new StringBuilder();
			statements.forEach((statement) -> text.append(statement).append(";\n"));
			return text.toString();
		}

	}

}
