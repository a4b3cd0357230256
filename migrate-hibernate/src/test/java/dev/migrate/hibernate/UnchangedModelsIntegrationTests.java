package dev.migrate.hibernate;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.diff.Answers;
import dev.migrate.generate.Generated;
import dev.migrate.schema.Schema;
import dev.migrate.script.MigrationScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A first revision is all that an unchanged model ever needs.
 */
class UnchangedModelsIntegrationTests {

	private static Workshop postgresql;

	private static Workshop h2;

	@BeforeAll
	static void open() {
		postgresql = Workshop.postgresql();
		h2 = Workshop.h2();
	}

	@AfterAll
	static void close() {
		postgresql.close();
		h2.close();
	}

	static Stream<Class<?>> models() {
		return Stream.concat(CreatedSchemaIntegrationTests.models(),
				Stream.of(NameModels.UniqueDescending.class, NameModels.OddNames.class));
	}

	static Stream<Class<?>> h2Models() {
		return models()
			.filter((model) -> !model.equals(TypeModels.Collated.class) && !model.equals(NameModels.Indexed.class));
	}

	@ParameterizedTest
	@MethodSource("models")
	void changesNothingOnPostgreSqlAfterTheFirstRevision(Class<?> model) {
		changesNothing(postgresql, model);
	}

	@ParameterizedTest
	@MethodSource("h2Models")
	void changesNothingOnH2AfterTheFirstRevision(Class<?> model) {
		changesNothing(h2, model);
	}

	private static void changesNothing(Workshop workshop, Class<?> model) {
		TestUnit unit = TestUnit.nestedIn(model);
		Generated first = workshop.generate(List.of(), unit, Answers.NONE);
		assertThat(first.asks()).isFalse();
		assertThat(first.comparison().kept()).isEmpty();
		assertThat(first.irreversible()).isNull();
		MigrationScript script = workshop.write(first, List.of());
		Generated second = workshop.generate(List.of(script), unit, Answers.NONE);
		assertThat(second.comparison().upgrade()).as(script.toString()).isEmpty();
		assertThat(second.comparison().open()).isEmpty();
		assertThat(second.comparison().kept()).isEmpty();
		workshop.onEmptyDatabase((database) -> {
			Schema empty = workshop.read(database);
			workshop.run(database, script.upgrade(workshop.dialect()));
			workshop.run(database, script.downgrade(workshop.dialect()));
			assertThat(workshop.differences(workshop.read(database), empty)).isEmpty();
		});
	}

}
