package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.dialect.postgresql.PostgresqlRenderer;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attribute that moves between a person and a teacher, who is a person.
 */
class MovedColumnsTests {

	private static final QualifiedName PERSON = new QualifiedName("public", "person");

	private static final QualifiedName TEACHER = new QualifiedName("public", "teacher");

	private final GivenAnswers answers = new GivenAnswers();

	private static Column required(String name, String type) {
		return Column.of(name, type).withNullable(false);
	}

	private static Schema persons(List<Column> ofPerson, List<Column> ofTeacher) {
		return Schema.of(table(PERSON, ofPerson), table(TEACHER, ofTeacher)
			.withForeignKeys(List.of(ForeignKey.of("teacher_id_fkey", List.of("id"), PERSON, List.of("id")))));
	}

	private static Table table(QualifiedName name, List<Column> columns) {
		List<Column> all = new ArrayList<>(columns);
		all.add(0, required("id", "bigint"));
		return Table.of(name, all).withPrimaryKey(PrimaryKey.of(name.name() + "_pkey", List.of("id")));
	}

	private Comparison compare(Schema actual, QualifiedName from, Schema desired, QualifiedName to) {
		Mapping before = new Mapping(List.of(MappedName.of(MappedName.Kind.COLUMN, from, "mail", "Teacher.mail")));
		Mapping after = new Mapping(List.of(MappedName.of(MappedName.Kind.COLUMN, to, "mail", "Teacher.mail")));
		return new SchemaComparator().compare(actual, desired,
				ComparisonRules.mapped(before, after, new PostgresqlNames(), "public").withAnswers(this.answers.all()));
	}

	private static List<String> sql(Comparison comparison) {
		return new PostgresqlRenderer("public").render(comparison.upgrade());
	}

	private static List<String> wayBack(Comparison comparison) {
		return comparison.upgrade()
			.stream()
			.map((operation) -> operation.reverse())
			.filter(Reversal.By.class::isInstance)
			.flatMap((reversal) -> new PostgresqlRenderer("public").render(((Reversal.By) reversal).operation())
				.stream())
			.toList();
	}

	@Test
	void theWayBackIntoARequiredColumnIsToldToFailForRowsThatGetNothing() {
		this.answers.drop("person.mail");
		Comparison comparison = compare(persons(List.of(required("mail", "text")), List.of()), PERSON,
				persons(List.of(), List.of(Column.of("mail", "text"))), TEACHER);
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.contains(
					"The values of column public.person.mail are lost where table public.teacher has no row for them.",
					"A downgrade fails while a row of table public.person gets no value from table public.teacher"
							+ " for column mail, which refuses NULL.");
	}

	@Test
	void theWayBackIntoAColumnThatTakesNullIsNotToldToFail() {
		this.answers.drop("person.mail");
		Comparison comparison = compare(persons(List.of(Column.of("mail", "text")), List.of()), PERSON,
				persons(List.of(), List.of(Column.of("mail", "text"))), TEACHER);
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.noneMatch((sentence) -> sentence.startsWith("A downgrade fails"));
	}

	@Test
	void nobodyIsAskedForAValueThatEveryRowBringsAlong() {
		this.answers.drop("person.mail");
		Comparison comparison = compare(persons(List.of(required("mail", "text")), List.of()), PERSON,
				persons(List.of(), List.of(required("mail", "text"))), TEACHER);
		assertThat(comparison.open()).isEmpty();
		assertThat(sql(comparison)).containsExactly("ALTER TABLE teacher ADD COLUMN mail TEXT",
				"UPDATE teacher SET mail = (SELECT person.mail FROM person WHERE person.id = teacher.id)",
				"ALTER TABLE teacher ALTER COLUMN mail SET NOT NULL", "ALTER TABLE person DROP COLUMN mail");
	}

	@Test
	void aRowThatBringsNothingIntoARequiredColumnGetsWhatWasAnswered() {
		Schema here = persons(List.of(), List.of(Column.of("mail", "character varying(50)")));
		Schema there = persons(List.of(required("mail", "text")), List.of());
		assertThat(compare(here, TEACHER, there, PERSON).open()).extracting(Question::subject)
			.containsExactly("person.mail");
		this.answers.fill("person.mail", "'none'");
		assertThat(sql(compare(here, TEACHER, there, PERSON))).containsExactly(
				"ALTER TABLE person ADD COLUMN mail TEXT",
				"UPDATE person SET mail = (SELECT teacher.mail FROM teacher WHERE teacher.id = person.id)",
				"UPDATE person SET mail = 'none' WHERE mail IS NULL",
				"ALTER TABLE person ALTER COLUMN mail SET NOT NULL", "ALTER TABLE teacher DROP COLUMN mail");
	}

	@Test
	void valuesOfAnotherKindDontMoveAlong() {
		Comparison comparison = compare(persons(List.of(), List.of(Column.of("mail", "text"))), TEACHER,
				persons(List.of(Column.of("mail", "bigint")), List.of()), PERSON);
		assertThat(comparison.open()).containsExactly(new Question.Move("teacher.mail", "person.mail", false));
	}

	@Test
	void aTableWhoseRowsCantComeBackIsToldToComeBackEmpty() {
		this.answers.drop("teacher");
		this.answers.fill("person.kind", "'P'");
		Comparison comparison = becomeOne("'P'::text, 'T'::text");
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.contains("All rows of table public.teacher are lost.",
					"A downgrade makes table public.teacher again without rows: what moved into another table is lost"
							+ " then.");
		assertThat(wayBack(comparison)).noneMatch((sql) -> sql.startsWith("INSERT"));
	}

	@Test
	void rowsComeBackByTheNameOfTheirClass() {
		this.answers.drop("teacher");
		this.answers.fill("person.kind", "'Person'");
		Comparison comparison = becomeOne("'Person'::text, 'Teacher'::text");
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.contains("The rows of table public.teacher live on in table public.person; a downgrade brings back those"
					+ " that have Teacher in column kind.");
		assertThat(wayBack(comparison))
			.contains("INSERT INTO teacher (id, mail) SELECT id, mail FROM person WHERE kind IN ('Teacher')");
	}

	@Test
	void rowsDontComeBackWhereAClassIsNotKnown() {
		this.answers.drop("teacher");
		this.answers.fill("person.kind", "'Person'");
		Comparison comparison = becomeOne("'Person'::text, 'Teacher'::text, 'Deputy'::text");
		assertThat(wayBack(comparison)).noneMatch((sql) -> sql.startsWith("INSERT"));
	}

	@Test
	void rowsComeBackToATableOfKeysOnly() {
		this.answers.fill("person.kind", "'Person'");
		Comparison comparison = becomeOneWithoutAttributes("'Person'::text, 'Teacher'::text");
		assertThat(comparison.open()).isEmpty();
		assertThat(wayBack(comparison))
			.contains("INSERT INTO teacher (id) SELECT id FROM person WHERE kind IN ('Teacher')");
	}

	@Test
	void aTableOfKeysOnlyWhoseRowsCantComeBackIsToldToComeBackEmpty() {
		this.answers.fill("person.kind", "'P'");
		Comparison comparison = becomeOneWithoutAttributes("'P'::text, 'T'::text");
		assertThat(wayBack(comparison)).noneMatch((sql) -> sql.startsWith("INSERT"));
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.contains("All rows of table public.teacher are lost.");
	}

	private Comparison becomeOneWithoutAttributes(String kinds) {
		Mapping mapping = new Mapping(List.of(MappedName.of(MappedName.Kind.TABLE, PERSON, "Person"),
				MappedName.of(MappedName.Kind.TABLE, TEACHER, "Teacher")));
		Mapping after = new Mapping(List.of(MappedName.of(MappedName.Kind.TABLE, PERSON, "Person"),
				MappedName.of(MappedName.Kind.COLUMN, PERSON, "kind", "Person.class")));
		Table one = table(PERSON, List.of(required("kind", "text")))
			.withChecks(List.of(Check.of("person_kind_check", "(kind = ANY (ARRAY[" + kinds + "]))")));
		return new SchemaComparator().compare(persons(List.of(), List.of()), Schema.of(one),
				ComparisonRules.mapped(mapping, after, new PostgresqlNames(), "public")
					.withAnswers(this.answers.all()));
	}

	private Comparison becomeOne(String kinds) {
		Mapping before = new Mapping(List.of(MappedName.of(MappedName.Kind.TABLE, PERSON, "Person"),
				MappedName.of(MappedName.Kind.TABLE, TEACHER, "Teacher"),
				MappedName.of(MappedName.Kind.COLUMN, TEACHER, "mail", "Teacher.mail")));
		Mapping after = new Mapping(List.of(MappedName.of(MappedName.Kind.TABLE, PERSON, "Person"),
				MappedName.of(MappedName.Kind.COLUMN, PERSON, "mail", "Teacher.mail")));
		Table one = table(PERSON, List.of(Column.of("mail", "text"), required("kind", "text")))
			.withChecks(List.of(Check.of("person_kind_check", "(kind = ANY (ARRAY[" + kinds + "]))")));
		return new SchemaComparator().compare(persons(List.of(), List.of(Column.of("mail", "text"))), Schema.of(one),
				ComparisonRules.mapped(before, after, new PostgresqlNames(), "public").withAnswers(this.answers.all()));
	}

	private static final class GivenAnswers {

		private final TreeSet<String> drops = new TreeSet<>();

		private final TreeMap<String, String> fills = new TreeMap<>();

		void drop(String subject) {
			this.drops.add(subject);
		}

		void fill(String subject, String sql) {
			this.fills.put(subject, sql);
		}

		Answers all() {
			return new Answers(new TreeMap<>(), this.drops, this.fills);
		}

	}

}
