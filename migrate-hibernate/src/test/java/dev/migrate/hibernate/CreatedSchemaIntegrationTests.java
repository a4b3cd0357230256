package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read offline builds the schema that Hibernate itself would create.
 */
class CreatedSchemaIntegrationTests {

	/** Models that Hibernate itself can't create. */
	private static final List<Class<?>> REFUSED = List.of(NameModels.UniqueDescending.class, NameModels.OddNames.class);

	static Stream<Class<?>> models() {
		List<Class<?>> models = new ArrayList<>();
		for (Class<?> family : List.of(TypeModels.class, AssociationModels.class, InheritanceModels.class,
				NameModels.class, RareModels.class, AuditedModels.class)) {
			Arrays.stream(family.getDeclaredClasses())
				.filter((model) -> !model.isEnum() && !REFUSED.contains(model))
				.sorted(Comparator.comparing(Class::getName))
				.forEach(models::add);
		}
		return models.stream();
	}

	@ParameterizedTest
	@MethodSource("models")
	void buildsOnPostgreSqlWhatHibernateCreates(Class<?> model) throws Exception {
		DatabaseProduct product = new DatabaseProduct("PostgreSQL", TestPostgres.majorVersion(), 0, null);
		EntitySchema schema = TestUnit.nestedIn(model).read(product);
		assertThat(schema.problems()).isEmpty();
		try (TestDatabase ours = TestPostgres.database(); TestDatabase theirs = TestPostgres.database()) {
			Catalogue.run(ours.dataSource(), schema.ddl());
			TestUnit.nestedIn(model).createIn(theirs.dataSource());
			assertThat(Catalogue.ofPostgreSql(ours.dataSource()))
				.containsExactlyElementsOf(Catalogue.ofPostgreSql(theirs.dataSource()));
		}
	}

	/**
	 * Return the models without a collation and an index on an expression, which H2
	 * lacks.
	 */
	static Stream<Class<?>> h2Models() {
		return models()
			.filter((model) -> !model.equals(TypeModels.Collated.class) && !model.equals(NameModels.Indexed.class));
	}

	@ParameterizedTest
	@MethodSource("h2Models")
	void buildsOnH2WhatHibernateCreates(Class<?> model) throws Exception {
		EntitySchema schema = TestUnit.nestedIn(model).read(TestUnit.H2);
		assertThat(schema.problems()).isEmpty();
		try (TestDatabase ours = TestH2.database(); TestDatabase theirs = TestH2.database()) {
			Catalogue.run(ours.dataSource(), schema.ddl());
			TestUnit.nestedIn(model).createIn(theirs.dataSource());
			assertThat(Catalogue.ofH2(ours.dataSource()))
				.containsExactlyElementsOf(Catalogue.ofH2(theirs.dataSource()));
		}
	}

	@Test
	void quotesTheKeywordsThatHibernateQuotesWithADatabase() throws Exception {
		try (TestDatabase ours = TestPostgres.database();
				TestDatabase theirs = TestPostgres.database();
				TestDatabase oursOnH2 = TestH2.database();
				TestDatabase theirsOnH2 = TestH2.database()) {
			DatabaseProduct product = new DatabaseProduct("PostgreSQL", TestPostgres.majorVersion(), 0, null);
			Catalogue.run(ours.dataSource(), keywords().read(product).ddl());
			keywords().createIn(theirs.dataSource());
			assertThat(Catalogue.ofPostgreSql(ours.dataSource()))
				.containsExactlyElementsOf(Catalogue.ofPostgreSql(theirs.dataSource()))
				.anyMatch((line) -> line.contains("versioned.VERSION"));
			Catalogue.run(oursOnH2.dataSource(), keywords().read(TestUnit.H2).ddl());
			keywords().createIn(theirsOnH2.dataSource());
			assertThat(Catalogue.ofH2(oursOnH2.dataSource()))
				.containsExactlyElementsOf(Catalogue.ofH2(theirsOnH2.dataSource()));
		}
	}

	private static TestUnit keywords() {
		return TestUnit.nestedIn(NameModels.Keywords.class).with("hibernate.auto_quote_keyword", "true");
	}

	@Test
	void createsWhatHibernateWritesWrongly() throws Exception {
		for (Class<?> model : REFUSED) {
			try (TestDatabase postgres = TestPostgres.database(); TestDatabase h2 = TestH2.database()) {
				Catalogue.run(postgres.dataSource(), TestUnit.nestedIn(model).read(TestUnit.POSTGRESQL_18).ddl());
				Catalogue.run(h2.dataSource(), TestUnit.nestedIn(model).read(TestUnit.H2).ddl());
				assertThat(Catalogue.ofPostgreSql(postgres.dataSource())).anyMatch((line) -> line
					.matches("index CREATE (UNIQUE )?INDEX ON public.(odd|ordered) USING btree \\(a( DESC)?, b\\)"));
				if (model.equals(NameModels.OddNames.class)) {
					assertThat(Catalogue.ofPostgreSql(postgres.dataSource()))
						.anyMatch((line) -> line.endsWith("comment=a's comment"))
						.anyMatch((line) -> line.endsWith("comment=b's comment"))
						.contains("table odd comment=It's odd view=");
				}
			}
		}
	}

	@Test
	void leavesNoHashInAnyName() {
		models().forEach((model) -> {
			for (DatabaseProduct product : List.of(TestUnit.POSTGRESQL_18, TestUnit.H2)) {
				if (!model.equals(TypeModels.Collated.class)) {
					assertThat(TestUnit.nestedIn(model).read(product).ddl())
						.noneMatch((sql) -> sql.matches(".*\\b(?:FK|UK|IDX)_?[0-9a-y]{20,}.*"));
				}
			}
		});
	}

	@Test
	void readsTheSameSchemaEveryTime() {
		models().forEach((model) -> assertThat(TestUnit.nestedIn(model).read(TestUnit.POSTGRESQL_16))
			.isEqualTo(TestUnit.nestedIn(model).read(TestUnit.POSTGRESQL_16)));
	}

}
