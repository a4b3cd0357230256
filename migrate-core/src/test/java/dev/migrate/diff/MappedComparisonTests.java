package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.dialect.postgresql.PostgresqlRenderer;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is ours to drop, what is kept, what is a rename and what is asked.
 */
class MappedComparisonTests {

	private static final QualifiedName STUDENTS = new QualifiedName("public", "students");

	private final List<MappedName> actualNames = new ArrayList<>();

	private final List<MappedName> desiredNames = new ArrayList<>();

	private static Table students(Column... columns) {
		return Table.of(STUDENTS, Arrays.asList(columns));
	}

	private static Column text(String name) {
		return Column.of(name, "text");
	}

	private static MappedName column(String name, String path) {
		return MappedName.of(MappedName.Kind.COLUMN, STUDENTS, name, path);
	}

	private ComparisonRules rules() {
		return ComparisonRules.mapped(new Mapping(this.actualNames), new Mapping(this.desiredNames),
				new PostgresqlNames(), "public");
	}

	private Comparison compare(Schema actual, Schema desired) {
		return new SchemaComparator().compare(actual, desired, rules());
	}

	private static List<String> summaries(Comparison comparison) {
		return comparison.upgrade().stream().map(Operation::summary).toList();
	}

	@Test
	void aColumnWhoseAttributeStayedIsRenamedWithoutAQuestion() {
		this.actualNames.add(column("surname", "Student.lastName"));
		this.desiredNames.add(column("last_name", "Student.lastName"));
		Comparison comparison = compare(Schema.of(students(text("surname"))), Schema.of(students(text("last_name"))));
		assertThat(summaries(comparison)).containsExactly("rename column public.students.surname to last_name");
		assertThat(comparison.open()).isEmpty();
		assertThat(comparison.hazards()).extracting(Hazard::kind).containsExactly(Hazard.Kind.BREAKS_RUNNING_CODE);
	}

	@Test
	void aColumnWhoseAttributeMovesToAnotherTableIsNotDroppedWithoutAQuestion() {
		QualifiedName contacts = new QualifiedName("public", "contacts");
		this.actualNames.add(column("email", "Student.email"));
		this.desiredNames.add(MappedName.of(MappedName.Kind.COLUMN, contacts, "email", "Student.email"));
		Schema here = Schema.of(students(text("name"), text("email")), Table.of(contacts, List.of(text("phone"))));
		Schema there = Schema.of(students(text("name")), Table.of(contacts, List.of(text("phone"), text("email"))));
		assertThat(compare(here, there).open())
			.containsExactly(new Question.Move("students.email", "contacts.email", false));
		Comparison answered = new SchemaComparator().compare(here, there, rules()
			.withAnswers(new Answers(new TreeMap<>(), new TreeSet<>(List.of("students.email")), new TreeMap<>())));
		assertThat(answered.open()).isEmpty();
		assertThat(answered.unusedAnswers()).isEmpty();
	}

	@Test
	void aTableWhoseAttributesMoveIsNotDroppedWithoutAQuestion() {
		QualifiedName contacts = new QualifiedName("public", "contacts");
		this.actualNames.add(MappedName.of(MappedName.Kind.TABLE, contacts, "Student"));
		this.actualNames.add(MappedName.of(MappedName.Kind.COLUMN, contacts, "email", "Student.email"));
		this.desiredNames.add(column("email", "Student.email"));
		Schema here = Schema.of(students(text("name")), Table.of(contacts, List.of(text("email"), text("phone"))));
		Schema there = Schema.of(students(text("name"), text("email")));
		assertThat(compare(here, there).open()).containsExactly(new Question.Move("contacts", "students.email", false));
	}

	@Test
	void whatAnEntityHasFollowsItsTableWhenTheClassHasAnotherName() {
		QualifiedName pupils = new QualifiedName("public", "pupils");
		for (String[] names : new String[][] { { "student", "Student" }, { "pupil", "Pupil" } }) {
			List<MappedName> mapped = names[1].equals("Student") ? this.actualNames : this.desiredNames;
			QualifiedName table = names[1].equals("Student") ? STUDENTS : pupils;
			QualifiedName marks = new QualifiedName("public", names[0] + "_marks");
			mapped.add(MappedName.of(MappedName.Kind.TABLE, table, names[1]));
			mapped.add(MappedName.of(MappedName.Kind.COLUMN, table, "name", names[1] + ".name"));
			mapped.add(MappedName.of(MappedName.Kind.TABLE, marks, names[1] + ".marks"));
			mapped.add(MappedName.of(MappedName.Kind.COLUMN, marks, names[0] + "_id", names[1] + ".marks"));
			mapped.add(MappedName.of(MappedName.Kind.SEQUENCE, new QualifiedName("public", names[0] + "_seq"),
					names[1] + ".id"));
		}
		Comparison comparison = new SchemaComparator().compare(
				Schema.of(students(text("name")), marks("student"), counter("student")),
				Schema.of(Table.of(pupils, List.of(text("name"))), marks("pupil"), counter("pupil")),
				rules().withAnswers(
						new Answers(new TreeMap<>(Map.of("students", "pupils")), new TreeSet<>(), new TreeMap<>())));
		assertThat(comparison.open()).isEmpty();
		assertThat(summaries(comparison)).containsExactlyInAnyOrder("rename table public.students to public.pupils",
				"rename table public.student_marks to public.pupil_marks",
				"rename column public.pupil_marks.student_id to pupil_id",
				"rename sequence public.student_seq to public.pupil_seq");
	}

	private static Schema levels(String type, String check) {
		return Schema
			.of(students(Column.of("level", type)).withChecks(List.of(Check.of("students_level_check", check))));
	}

	private static Table marks(String owner) {
		return Table.of(new QualifiedName("public", owner + "_marks"), List.of(text(owner + "_id")));
	}

	private static Sequence counter(String owner) {
		return new Sequence(new QualifiedName("public", owner + "_seq"), SequenceOptions.BIGINT, null, false, null);
	}

	@Test
	void saysThatATimeDependsOnWhoUpgradesWhenItGetsAZone() {
		this.actualNames.add(column("born", "Student.born"));
		this.desiredNames.add(column("born", "Student.born"));
		Schema local = Schema.of(students(Column.of("born", "timestamp(6) without time zone")));
		Schema zoned = Schema.of(students(Column.of("born", "timestamp(6) with time zone")));
		assertThat(compare(local, zoned).hazards()).extracting(Hazard::sentence)
			.anyMatch((text) -> text.contains("in the time zone of the session that upgrades"));
		assertThat(compare(zoned, local).hazards()).extracting(Hazard::sentence)
			.anyMatch((text) -> text.contains("in the time zone of the session that upgrades"));
	}

	@Test
	void renamesFollowThroughKeysChecksAndIndexes() {
		this.actualNames.add(column("surname", "Student.lastName"));
		this.desiredNames.add(column("last_name", "Student.lastName"));
		Table here = students(text("surname"))
			.withChecks(List.of(Check.of("students_surname_check", "(surname <> ''::text)")))
			.withUniqueConstraints(List.of(UniqueConstraint.of("students_surname_key", List.of("surname"))))
			.withIndexes(List.of(Index.of("students_surname_idx", List.of("surname"))));
		Table there = students(text("last_name"))
			.withChecks(List.of(Check.of("students_last_name_check", "(last_name <> ''::text)")))
			.withUniqueConstraints(List.of(UniqueConstraint.of("students_last_name_key", List.of("last_name"))))
			.withIndexes(List.of(Index.of("students_last_name_idx", List.of("last_name"))));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there))))
			.containsExactly("rename column public.students.surname to last_name");
	}

	@Test
	void columnsThatSwapTheirAttributesSwapTheirNames() {
		this.actualNames.addAll(List.of(column("a", "Student.first"), column("b", "Student.second")));
		this.desiredNames.addAll(List.of(column("b", "Student.first"), column("a", "Student.second")));
		Schema schema = Schema.of(students(text("a"), text("b")));
		assertThat(summaries(compare(schema, schema))).containsExactly("rename column public.students.a to a_",
				"rename column public.students.b to a", "rename column public.students.a_ to b");
	}

	@Test
	void aRenamedColumnTakesTheNameOfOneThatGoes() {
		this.actualNames.addAll(List.of(column("a", "Student.first"), column("b", "Student.second")));
		this.desiredNames.add(column("b", "Student.first"));
		Comparison comparison = compare(Schema.of(students(text("a"), text("b"))), Schema.of(students(text("b"))));
		assertThat(summaries(comparison)).containsExactly("drop column public.students.b",
				"rename column public.students.a to b");
	}

	@Test
	void aTableWhoseEntityStayedIsRenamedWithItsConstraints() {
		QualifiedName pupils = STUDENTS.sibling("pupils");
		this.actualNames.add(MappedName.of(MappedName.Kind.TABLE, STUDENTS, "Student"));
		this.desiredNames.add(MappedName.of(MappedName.Kind.TABLE, pupils, "Student"));
		Table here = students(text("id")).withPrimaryKey(PrimaryKey.of("students_pkey", List.of("id")));
		Table there = Table.of(pupils, List.of(text("id"))).withPrimaryKey(PrimaryKey.of("pupils_pkey", List.of("id")));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there))))
			.containsExactly("rename table public.students to public.pupils");
	}

	@Test
	void aDroppedColumnBesideANewOneIsAQuestion() {
		this.actualNames.add(column("surname", "Student.surname"));
		this.desiredNames.addAll(List.of(column("last_name", "Student.lastName"), column("age", "Student.age")));
		Schema here = Schema.of(students(text("surname")));
		Schema there = Schema.of(students(text("last_name"), Column.of("age", "integer")));
		Question.Rename question = (Question.Rename) compare(here, there).open().get(0);
		assertThat(question.subject()).isEqualTo("students.surname");
		assertThat(question.candidates()).extracting(Question.Candidate::name).containsExactly("last_name");
		Answers renamed = new Answers(new TreeMap<>(Map.of("students.surname", "last_name")), new TreeSet<>(),
				new TreeMap<>());
		Comparison answered = new SchemaComparator().compare(here, there, rules().withAnswers(renamed));
		assertThat(answered.open()).isEmpty();
		assertThat(summaries(answered)).containsExactly("rename column public.students.surname to last_name",
				"add column public.students.age");
		Answers dropped = new Answers(new TreeMap<>(), new TreeSet<>(List.of("students.surname", "students.other")),
				new TreeMap<>());
		Comparison second = new SchemaComparator().compare(here, there, rules().withAnswers(dropped));
		assertThat(second.open()).isEmpty();
		assertThat(second.upgrade()).hasAtLeastOneElementOfType(DropColumn.class);
		assertThat(second.unusedAnswers()).containsExactly("--drop students.other");
	}

	@Test
	void aListWhoseAttributeAndColumnsHaveOtherNamesIsAQuestion() {
		Schema here = Schema.of(list("student_words", "word_id", STUDENTS, "Student.words", this.actualNames));
		assertThat(
				compare(here, Schema.of(list("pupil_mottos", "motto_id", STUDENTS, "Pupil.mottos", this.desiredNames)))
					.open())
			.singleElement()
			.isEqualTo(new Question.Rename("student_words", List
				.of(new Question.Candidate("pupil_mottos", 100, List.of("100 % of the columns are the same")))));
		this.desiredNames.clear();
		assertThat(compare(here, Schema
			.of(list("pupil_courses", "course_id", STUDENTS.sibling("courses"), "Pupil.courses", this.desiredNames)))
			.open()).isEmpty();
	}

	private static Table list(String name, String element, QualifiedName target, String path, List<MappedName> names) {
		QualifiedName table = STUDENTS.sibling(name);
		names.add(MappedName.of(MappedName.Kind.TABLE, table, path));
		names.add(MappedName.of(MappedName.Kind.COLUMN, table, name + "_order", path + ".index"));
		names.add(MappedName.of(MappedName.Kind.COLUMN, table, element, path + ".element"));
		return Table.of(table, List.of(Column.of(name + "_order", "integer"), Column.of(element, "bigint")))
			.withForeignKeys(List.of(ForeignKey.of(name + "_fk", List.of(element), target, List.of("id"))));
	}

	@Test
	void aNewColumnThatRefusesNullAsksForItsFill() {
		Column age = Column.of("age", "integer").withNullable(false);
		this.desiredNames
			.add(new MappedName(MappedName.Kind.COLUMN, STUDENTS, "age", List.of(), "Student.age", true, "0"));
		Schema here = Schema.of(students(text("id")));
		Schema there = Schema.of(students(text("id"), age));
		assertThat(compare(here, there).open()).singleElement()
			.isEqualTo(new Question.Fill("students.age", new ColumnName(STUDENTS, "age"), "0"));
		Answers filled = new Answers(new TreeMap<>(), new TreeSet<>(), new TreeMap<>(Map.of("students.age", "0")));
		Comparison answered = new SchemaComparator().compare(here, there, rules().withAnswers(filled));
		assertThat(answered.open()).isEmpty();
		assertThat(new PostgresqlRenderer("public").render(answered.upgrade())).containsExactly(
				"ALTER TABLE students ADD COLUMN age INTEGER", "UPDATE students SET age = 0",
				"ALTER TABLE students ALTER COLUMN age SET NOT NULL");
	}

	@Test
	void numbersOfAnEnumBecomeItsNamesInTheOrderOfTheClass() {
		Schema numbers = levels("smallint", "((level >= 0) AND (level <= 1))");
		Schema names = levels("character varying(255)", "((level)::text = ANY (ARRAY['HIGH'::text, 'LOW'::text]))");
		this.desiredNames.add(new MappedName(MappedName.Kind.COLUMN, STUDENTS, "level", List.of(), "Student.level",
				true, null, List.of("LOW", "HIGH")));
		Comparison comparison = compare(numbers, names);
		assertThat(new PostgresqlRenderer("public").render(comparison.upgrade()))
			.anyMatch((sql) -> sql.endsWith("USING CASE level WHEN 0 THEN 'LOW' WHEN 1 THEN 'HIGH' END"));
		assertThat(comparison.hazards()).extracting(Hazard::sentence)
			.contains("The constants of column public.students.level count as they do in the code now, 'LOW', 'HIGH'"
					+ " from 0 on: see that they did when the rows were written.");
	}

	@Test
	void numbersOfAnEnumStayWhereItsOrderIsNotCertain() {
		Schema numbers = levels("smallint", "((level >= 0) AND (level <= 1))");
		Schema names = levels("character varying(255)", "((level)::text = ANY (ARRAY['HIGH'::text, 'LOW'::text]))");
		// A converter: the class says nothing of what is stored.
		assertThat(new PostgresqlRenderer("public").render(compare(numbers, names).upgrade()))
			.noneMatch((sql) -> sql.contains("CASE"));
		// Checks that don't hold for every row: it would become NULL.
		this.desiredNames.add(new MappedName(MappedName.Kind.COLUMN, STUDENTS, "level", List.of(), "Student.level",
				true, null, List.of("LOW", "HIGH")));
		Table table = numbers.tables().get(0);
		Schema unproven = Schema.of(table.withChecks(List.of(table.checks().get(0).withValidity(Validity.NOT_VALID))));
		assertThat(new PostgresqlRenderer("public").render(compare(unproven, names).upgrade()))
			.noneMatch((sql) -> sql.contains("CASE"));
		this.desiredNames.clear();
		// A constant that came between the others.
		this.desiredNames.add(new MappedName(MappedName.Kind.COLUMN, STUDENTS, "level", List.of(), "Student.level",
				true, null, List.of("LOW", "MIDDLE", "HIGH")));
		assertThat(new PostgresqlRenderer("public").render(compare(numbers, names).upgrade()))
			.noneMatch((sql) -> sql.contains("CASE"));
	}

	@Test
	void whatPeopleAddedIsKeptAndOnlyPrunedWhenAsked() {
		this.actualNames
			.addAll(List.of(MappedName.of(MappedName.Kind.TABLE, STUDENTS, "Student"), column("name", "Student.name")));
		Column named = text("name").withDefault("'x'::text").withComment("hand-made").withCollation("pg_catalog.\"C\"");
		Table here = students(named, text("extra")).withComment("hand-made")
			.withChecks(List.of(Check.of("by_hand", "(name <> ''::text)")))
			.withIndexes(List.of(Index.of("by_hand_idx", List.of("name"))));
		Table jdbc = Table.of(STUDENTS.sibling("jdbc_only"), List.of(text("a")));
		Schema actual = Schema.of(here, jdbc,
				new Sequence(STUDENTS.sibling("s"), SequenceOptions.BIGINT, null, false, null));
		Schema desired = Schema.of(students(text("name")));
		Comparison comparison = compare(actual, desired);
		assertThat(comparison.upgrade()).isEmpty();
		assertThat(comparison.kept()).extracting(Kept::toString)
			.contains("table public.jdbc_only", "sequence public.s", "column public.students.extra",
					"default of column public.students.name", "comment of column public.students.name",
					"collation of column public.students.name", "constraint by_hand on public.students",
					"index by_hand_idx on public.students", "comment of table public.students");
		Comparison pruned = new SchemaComparator().compare(actual, desired,
				rules().withOwnership(Ownership.EVERYTHING));
		assertThat(summaries(pruned)).contains("drop table public.jdbc_only", "drop sequence public.s",
				"drop column public.students.extra", "drop check by_hand of public.students",
				"drop index by_hand_idx on public.students");
	}

	@Test
	void aHandWrittenCheckDoesNotGiveWayToOneOfTheSameGeneratedName() {
		Table here = students(Column.of("age", "integer"))
			.withChecks(List.of(Check.of("students_age_check", "(age > 18)")));
		Table there = students(Column.of("age", "integer"))
			.withChecks(List.of(Check.of("students_age_check", "(age >= 0)")));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there))))
			.containsExactly("add check students_age_check1 to public.students");
	}

	@Test
	void aHandWrittenUniqueIndexDoesWhatAUniqueConstraintAsksFor() {
		Index byHand = new Index("by_hand", true, "btree", Index.of("i", List.of("email")).elements(), List.of(), null,
				false, true, null);
		Table here = students(text("email")).withIndexes(List.of(byHand));
		Table there = students(text("email"))
			.withUniqueConstraints(List.of(UniqueConstraint.of("students_email_key", List.of("email"))));
		assertThat(compare(Schema.of(here), Schema.of(there)).upgrade()).isEmpty();
	}

	@Test
	void hashedNamesBecomeTheServersPattern() {
		this.desiredNames.add(new MappedName(MappedName.Kind.UNIQUE, STUDENTS, "students_email_key", List.of("email"),
				"Student.email", false, null));
		Table here = students(text("email"));
		Table there = students(text("email"))
			.withUniqueConstraints(List.of(UniqueConstraint.of("uk6dotkott2kjsp8vw4d0m25fb7", List.of("email"))));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there))))
			.containsExactly("add unique constraint students_email_key to public.students");
	}

	@Test
	void anEntityMappedOnAViewLeavesTheViewAlone() {
		View view = new View(STUDENTS, false, "SELECT 1 AS a", List.of(), List.of(), new TreeSet<>(), new TreeMap<>(),
				null);
		Comparison comparison = compare(Schema.of(view), Schema.of(students(text("a"))));
		assertThat(comparison.upgrade()).isEmpty();
		assertThat(comparison.kept()).extracting(Kept::toString).contains("view public.students");
	}

	@Test
	void aLoweredPooledSequenceRepeatsKeys() {
		SequenceOptions pooled = new SequenceOptions("bigint", 1, 50, 1, Long.MAX_VALUE, 1, false);
		Sequence here = new Sequence(STUDENTS.sibling("s"), pooled, null, false, null);
		Sequence there = new Sequence(STUDENTS.sibling("s"), SequenceOptions.BIGINT, null, false, null);
		assertThat(compare(Schema.of(here), Schema.of(there)).hazards()).extracting(Hazard::kind)
			.containsExactly(Hazard.Kind.REPEATS_KEYS);
	}

	@Test
	void theDesiredSideMayLiveUnderAnotherSchemaName() {
		QualifiedName scratch = new QualifiedName("scratch_1", "students");
		Table there = Table.of(scratch, List.of(text("a").withDefault("nextval('scratch_1.s'::regclass)")));
		Table here = students(text("a").withDefault("nextval('public.s'::regclass)"));
		Comparison comparison = new SchemaComparator().compare(Schema.of(here), Schema.of(there),
				rules().withSchemaNames(new TreeMap<>(Map.of("scratch_1", "public"))));
		assertThat(comparison.upgrade()).isEmpty();
	}

	@Test
	void theSameInputGivesTheSameOutput() {
		Schema here = Schema.of(students(text("a"), text("b"), text("c")));
		Schema there = Schema.of(students(text("d"), text("e"), text("f")));
		ComparisonRules rules = rules().withOwnership(Ownership.EVERYTHING);
		Comparison first = new SchemaComparator().compare(here, there, rules);
		assertThat(new SchemaComparator().compare(here, there, rules)).isEqualTo(first);
	}

}
