package dev.migrate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.diff.Answers;
import dev.migrate.diff.Hazard;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.SqlMigration;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The traps that public applications hold for whoever compares entities with a schema, in
 * the order of docs/entities.md.
 */
class RealModelTrapsIntegrationTests {

	private static final CompiledModel MODEL = CompiledModel.of(models());

	private static Workshop workshop;

	@BeforeAll
	static void open() {
		workshop = Workshop.postgresql();
	}

	@AfterAll
	static void close() {
		workshop.close();
	}

	private static Map<String, String> models() {
		Map<String, String> models = new TreeMap<>();
		models.put("ranged",
				"@Entity class Person { @Id Long id; @jakarta.validation.constraints.Min(3) @jakarta.validation.constraints.Max(99) Integer age; }");
		models.put("single",
				"""
						@Entity class Animal { @Id Long id; }
						@Entity class Dog extends Animal { @jakarta.validation.constraints.NotNull String collar; @Column(nullable = false) String tail; }
						""");
		models.put("moods",
				"@Entity class Person { @Id Long id; @Enumerated @JdbcTypeCode(SqlTypes.NAMED_ENUM) Mood mood; } enum Mood { GOOD, BAD, SAD }");
		models.put("fewermoods",
				"@Entity class Person { @Id Long id; @Enumerated @JdbcTypeCode(SqlTypes.NAMED_ENUM) Mood mood; } enum Mood { GOOD, BAD }");
		models.put("indexed",
				"""
						@Entity @Table(indexes = { @Index(name = "one", columnList = "a", unique = true), @Index(name = "Newest First", columnList = "a desc, b", unique = true) })
						class Thing { @Id Long id; @Column(comment = "a's") String a; String b; }
						""");
		models.put("defined",
				"@Entity class Thing { @Id Long id; @Column(columnDefinition = \"boolean DEFAULT true\") Boolean on1; @Column(columnDefinition = \"text[]\") String[] tags; @Column(columnDefinition = \"jsonb\") String data; }");
		models.put("broken",
				"""
						@Entity class First { @Id Long id; @Column(columnDefinition = "varchar2(10)") String old; }
						@Entity class Second { @Id Long id; @Column(columnDefinition = "number(3)") int older; @ManyToOne First first; }
						@Entity class Third { @Id Long id; }
						""");
		models.put("plain", "@Entity class Person { @Id @GeneratedValue Long id; String name; }");
		models.put("cut",
				"@Entity class Thing { @Id Long id; @Column(unique = true) String aColumnWhoseNameIsLongEnoughForItsConstraintToBeCutByTheServer1; @Column(unique = true) String aColumnWhoseNameIsLongEnoughForItsConstraintToBeCutByTheServer2; }");
		models.put("viewed",
				"@Entity class Source { @Id Long id; String name; } @Entity @Table(name = \"shown\") class Shown { @Id Long id; String loud; }");
		models.put("unviewed", "@Entity class Source { @Id Long id; String name; }");
		models.put("parents",
				"@Entity class Parent { @Id Long id; } @Entity @Table(name = \"kids\") class Kid { @Id Long id; @ManyToOne Parent parent; }");
		models.put("cascading",
				"@Entity class Parent { @Id Long id; } @Entity @Table(name = \"kids\") class Kid { @Id Long id; @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Parent parent; }");
		models.put("renamed",
				"@Entity class Parent { @Id Long id; } @Entity @Table(name = \"children\") class Kid { @Id Long id; @ManyToOne Parent parent; }");
		models.put("counted",
				"@Entity class Counted { @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = \"g\") @TableGenerator(name = \"g\", table = \"counters\", initialValue = 7) Long id; }");
		models.put("stepping",
				"@Entity class Thing { @Id @GeneratedValue(generator = \"g\") @SequenceGenerator(name = \"g\", sequenceName = \"numbers\", allocationSize = 50) Long id; }");
		models.put("strolling",
				"@Entity class Thing { @Id @GeneratedValue(generator = \"g\") @SequenceGenerator(name = \"g\", sequenceName = \"numbers\", allocationSize = 1) Long id; }");
		models.put("wide",
				"@Entity class Thing { @Id Long id; @Column(length = 25500) String text; Long number; Integer code; }");
		models.put("narrow", "@Entity class Thing { @Id Long id; String text; Integer number; String code; }");
		models.put("converted", """
				@Entity class Thing { @Id Long id; Amount amount; Code code; }
				class Amount { } class Code { }
				@Converter(autoApply = true) class AmountConverter implements AttributeConverter<Amount, BigDecimal> {
					public BigDecimal convertToDatabaseColumn(Amount amount) { return null; }
					public Amount convertToEntityAttribute(BigDecimal column) { return null; } }
				@Converter(autoApply = true) class CodeConverter implements AttributeConverter<Code, String> {
					public String convertToDatabaseColumn(Code code) { return null; }
					public Code convertToEntityAttribute(String column) { return null; } }
				""");
		return models;
	}

	private static TestUnit unit(String model) {
		return MODEL.unit(model);
	}

	private static MigrationScript first(TestUnit unit) {
		return workshop.write(workshop.generate(List.of(), unit, Answers.NONE), List.of());
	}

	private static List<String> between(String before, String after) {
		return workshop.generate(List.of(first(unit(before))), unit(after), Answers.NONE).upgrade();
	}

	/** 1. */
	@Test
	void theOrderOfTheConditionsOfACheckIsNoChange() {
		String text = workshop.text(workshop.generate(List.of(), unit("ranged"), Answers.NONE), List.of());
		assertThat(text).contains("age <= 99 AND age >= 3");
		MigrationScript turned = SqlMigration.parse("turned.sql",
				text.replace("age <= 99 AND age >= 3", "age >= 3 AND age <= 99"));
		assertThat(workshop.generate(List.of(turned), unit("ranged"), Answers.NONE).isEmpty()).isTrue();
	}

	/** 2. */
	@Test
	void validationShapesTheSchemaAsFarAsHibernateLetsIt() {
		String text = String.join("\n", workshop.generate(List.of(), unit("single"), Answers.NONE).upgrade());
		assertThat(text).contains("collar VARCHAR(255),", "tail VARCHAR(255) NOT NULL");
		assertThat(String.join("\n", workshop.generate(List.of(), unit("ranged"), Answers.NONE).upgrade()))
			.contains("CHECK (age <= 99 AND age >= 3)");
	}

	/** 3. */
	@Test
	void anEnumTypeIsRebuiltWithItsCasts() {
		assertThat(between("moods", "fewermoods")).containsSubsequence("DROP CAST (character varying AS mood)",
				"CREATE TYPE mood AS ENUM ('BAD', 'GOOD')",
				"CREATE CAST (character varying AS mood) WITH INOUT AS IMPLICIT",
				"CREATE CAST (mood AS character varying) WITH INOUT AS IMPLICIT");
	}

	/** 4. */
	@Test
	void aUniqueIndexIsAConstraintUnlessItIsOrdered() {
		assertThat(workshop.generate(List.of(), unit("indexed"), Answers.NONE).upgrade())
			.anyMatch((sql) -> sql.contains("CONSTRAINT one UNIQUE (a)"))
			.contains("CREATE UNIQUE INDEX \"Newest First\" ON thing (a DESC, b)",
					"COMMENT ON COLUMN thing.a IS 'a''s'");
	}

	/** 5. */
	@Test
	void columnDefinitionsAreFreeText() {
		assertThat(workshop.generate(List.of(), unit("defined"), Answers.NONE).upgrade()).singleElement()
			.asString()
			.contains("on1 BOOLEAN DEFAULT true", "tags TEXT[]", "data JSONB");
		TestUnit quoted = unit("defined").with("hibernate.globally_quoted_identifiers", "true")
			.with("hibernate.globally_quoted_identifiers_skip_column_definitions", "true");
		assertThat(workshop.generate(List.of(first(quoted)), quoted, Answers.NONE).isEmpty()).isTrue();
	}

	/** 6. */
	@Test
	void allThatTheServerRefusesIsToldAtOnce() {
		assertThatThrownBy(() -> workshop.generate(List.of(), unit("broken"), Answers.NONE))
			.isInstanceOf(MigrateException.class)
			.hasMessageContaining("The schema of First can't be created")
			.hasMessageContaining("varchar2")
			.hasMessageContaining("The schema of Second can't be created")
			.hasMessageNotContaining("First.id")
			.hasMessageNotContaining("Third");
	}

	/** 7. */
	@Test
	void aDefaultSchemaInMixedCaseIsCreatedOnce() {
		TestUnit unit = unit("plain").with("hibernate.default_schema", "MySchool");
		assertThat(workshop.generate(List.of(), unit, Answers.NONE).upgrade())
			.filteredOn((sql) -> sql.startsWith("CREATE SCHEMA"))
			.containsExactly("CREATE SCHEMA myschool");
		assertThat(workshop.generate(List.of(first(unit)), unit, Answers.NONE).isEmpty()).isTrue();
	}

	/** 8. */
	@Test
	void namesThatTheServerCutsDoNotCollide() {
		assertThat(workshop.generate(List.of(first(unit("cut"))), unit("cut"), Answers.NONE).isEmpty()).isTrue();
	}

	/** 9. */
	@Test
	void theViewThatIsThereCounts() {
		MigrationScript first = first(unit("unviewed"));
		MigrationScript view = SqlMigration.parse("view.sql", """
				-- by hand
				--
				-- revision: bbbbbbbbbb01
				-- revises: aaaaaaaaaa01

				-- migrate:upgrade
				CREATE VIEW shown AS SELECT id, upper(name) AS loud FROM source;
				""");
		assertThat(workshop.generate(List.of(first, view), unit("viewed"), Answers.NONE).isEmpty()).isTrue();
	}

	/** 10. */
	@Test
	void tablesWithoutAKeyAndKeysOfSeveralColumnsAreOrdinary() {
		for (Class<?> model : List.of(AssociationModels.Keys.class, AssociationModels.Maps.class)) {
			TestUnit unit = TestUnit.nestedIn(model);
			assertThat(workshop.generate(List.of(first(unit)), unit, Answers.NONE).isEmpty()).isTrue();
		}
	}

	/** 11. */
	@Test
	void aForeignKeyIsWhatItDoesAndNotItsName() {
		assertThat(between("parents", "cascading")).containsExactly(
				"ALTER TABLE kids DROP CONSTRAINT kids_parent_id_fkey",
				"ALTER TABLE kids ADD CONSTRAINT kids_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE");
		assertThat(between("parents", "renamed")).containsExactly("ALTER TABLE kids RENAME TO children");
	}

	/** 12. */
	@Test
	void aTableThatGeneratesKeysGetsItsRows() {
		Generated generated = workshop.generate(List.of(), unit("counted"), Answers.NONE);
		assertThat(generated.upgrade()).last()
			.isEqualTo("INSERT INTO counters (sequence_name, next_val) VALUES ('Counted', 7)");
		assertThat(generated.irreversible()).isNull();
		assertThat(workshop.generate(List.of(first(unit("counted"))), unit("counted"), Answers.NONE).isEmpty())
			.isTrue();
	}

	/** 13. */
	@Test
	void aSmallerStepOfASequenceIsAHazardWithItsCure() {
		Generated generated = workshop.generate(List.of(first(unit("stepping"))), unit("strolling"), Answers.NONE);
		assertThat(generated.upgrade()).containsExactly("ALTER SEQUENCE numbers INCREMENT BY 1");
		assertThat(generated.comparison().hazards()).singleElement().satisfies((hazard) -> {
			assertThat(hazard.kind()).isEqualTo(Hazard.Kind.REPEATS_KEYS);
			assertThat(hazard.sentence()).contains("SELECT setval('public.numbers', nextval('public.numbers') + 50)");
		});
	}

	/** 14. */
	@Test
	void whatEntitiesDoNotKnowStays() {
		MigrationScript first = first(unit("parents"));
		MigrationScript hand = SqlMigration.parse("hand.sql", """
				-- by hand
				--
				-- revision: bbbbbbbbbb01
				-- revises: aaaaaaaaaa01

				-- migrate:upgrade
				CREATE INDEX kids_by_parent ON kids (parent_id);
				ALTER TABLE kids ADD FOREIGN KEY (id) REFERENCES parent (id) ON DELETE CASCADE;
				CREATE VIEW orphans AS SELECT id FROM kids WHERE parent_id IS NULL;
				CREATE TABLE log (at TIMESTAMP NOT NULL) PARTITION BY RANGE (at);
				CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
				""");
		Generated generated = workshop.generate(List.of(first, hand), unit("parents"), Answers.NONE);
		assertThat(generated.isEmpty()).isTrue();
		assertThat(generated.kept()).hasSize(4);
	}

	/** 15. */
	@Test
	void narrowingWarnsAndTextGoesBackToNumbers() {
		Generated generated = workshop.generate(List.of(first(unit("wide"))), unit("narrow"), Answers.NONE);
		assertThat(generated.comparison().hazards()).filteredOn((hazard) -> hazard.kind() == Hazard.Kind.MAY_FAIL)
			.extracting(Hazard::sentence)
			.anyMatch((sentence) -> sentence.contains("thing.text"))
			.anyMatch((sentence) -> sentence.contains("thing.number"));
		assertThat(generated.downgrade()).singleElement()
			.asString()
			.startsWith("ALTER TABLE thing\n    ALTER COLUMN code TYPE INTEGER USING code::INTEGER,");
	}

	/** 16. */
	@Test
	void whatShapesTheSchemaOfAnApplicationIsHonoured() {
		TestUnit mapped = TestUnit.of(EntitySchemaReaderTests.Plain.Student.class)
			.mappingFile("dev/migrate/hibernate/orm.xml");
		assertThat(workshop.generate(List.of(first(mapped)), mapped, Answers.NONE).isEmpty()).isTrue();
		assertThat(workshop.generate(List.of(), unit("converted"), Answers.NONE).upgrade()).singleElement()
			.asString()
			.contains("amount NUMERIC(38, 2)", "code VARCHAR(255)");
		TestUnit stripped = TestUnit.nestedIn(AssociationModels.School.class)
			.with("hibernate.physical_naming_strategy", new WithoutUnderscores());
		assertThat(workshop.generate(List.of(), stripped, Answers.NONE).upgrade())
			.anyMatch((sql) -> sql.startsWith("CREATE TABLE studentcourses ("));
	}

	/** 17. */
	@Test
	void aWholeApplicationMayChangeItsNamesAtOnce() {
		TestUnit before = LargeModel.unit(50);
		TestUnit after = LargeModel.unit(50).with("hibernate.physical_naming_strategy", new WithoutUnderscores());
		Generated generated = workshop.generate(List.of(first(before)), after,
				new Answers(new TreeMap<>(), new TreeSet<>(), new TreeMap<>()));
		assertThat(generated.comparison().open()).isEmpty();
		assertThat(generated.upgrade()).isNotEmpty()
			.noneMatch(
					(sql) -> sql.contains("DROP TABLE") || sql.contains("DROP COLUMN") || sql.contains("ADD COLUMN"));
	}

	static final class WithoutUnderscores extends PhysicalNamingStrategyStandardImpl {

		private static final long serialVersionUID = 1L;

		@Override
		public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment context) {
			return stripped(name);
		}

		@Override
		public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment context) {
			return stripped(name);
		}

		private static Identifier stripped(Identifier name) {
			return new Identifier(name.getText().replace("_", ""), name.isQuoted());
		}

	}

}
