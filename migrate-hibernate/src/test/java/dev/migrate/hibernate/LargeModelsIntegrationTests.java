package dev.migrate.hibernate;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.diff.Answers;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.generate.Generated;
import dev.migrate.schema.Schema;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.SqlMigration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A schema that Hibernate has created, taken over as the first revision, is what the
 * entities want.
 */
class LargeModelsIntegrationTests {

	@ParameterizedTest
	@ValueSource(ints = { 50, 150 })
	void changesNothingOfWhatHibernateCreatedOnPostgreSql(int size) {
		changesNothing(Workshop.postgresql(), size);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 150 })
	void changesNothingOfWhatHibernateCreatedOnH2(int size) {
		changesNothing(Workshop.h2(), size);
	}

	private static void changesNothing(Workshop workshop, int size) {
		try (workshop) {
			TestUnit unit = LargeModel.unit(size);
			workshop.onEmptyDatabase((database) -> {
				Schema empty = workshop.read(database);
				unit.createIn(database.dataSource());
				MigrationScript taken = taken(workshop, empty, workshop.read(database));
				Generated generated = workshop.generate(List.of(taken), unit, Answers.NONE);
				assertThat(generated.tables()).isGreaterThanOrEqualTo(size);
				assertThat(generated.comparison().upgrade()).isEmpty();
				assertThat(generated.comparison().open()).isEmpty();
				assertThat(generated.kept()).isEmpty();
			});
			MigrationScript first = workshop.write(workshop.generate(List.of(), unit, Answers.NONE), List.of());
			Generated second = workshop.generate(List.of(first), unit, Answers.NONE);
			assertThat(second.comparison().upgrade()).isEmpty();
			assertThat(second.kept()).isEmpty();
		}
	}

	private static MigrationScript taken(Workshop workshop, Schema empty, Schema live) {
		String current = workshop.dialect().name().equals("h2") ? "PUBLIC" : "public";
		String sql = workshop.dialect()
			.renderer(current)
			.render(new SchemaComparator()
				.compare(empty, live, ComparisonRules.exact(workshop.dialect().serverNames(), current))
				.upgrade())
			.stream()
			.map((statement) -> statement + ";\n")
			.collect(Collectors.joining());
		return SqlMigration.parse("taken.sql",
				"-- taken over\n--\n-- revision: cccccccccc01\n-- revises: base\n\n-- migrate:upgrade\n" + sql);
	}

}
