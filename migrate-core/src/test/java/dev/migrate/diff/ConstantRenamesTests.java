package dev.migrate.diff;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.dialect.postgresql.PostgresqlRenderer;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The constants of a column that a check made for an entity lists.
 */
class ConstantRenamesTests {

	private static final QualifiedName STUDENTS = new QualifiedName("public", "students");

	private static final Mapping MAPPED = new Mapping(
			List.of(MappedName.of(MappedName.Kind.CHECK, STUDENTS, "students_level_check", "Student.level")));

	private static Schema levels(String type, String check) {
		return Schema.of(Table.of(STUDENTS, List.of(Column.of("level", type)))
			.withChecks(List.of(Check.of("students_level_check", check))));
	}

	private static Comparison compare(Schema actual, Schema desired) {
		return answered(actual, desired, Map.of(), List.of());
	}

	private static Comparison answered(Schema actual, Schema desired, Map<String, String> renames, List<String> drops) {
		return new SchemaComparator().compare(actual, desired,
				ComparisonRules.mapped(MAPPED, MAPPED, new PostgresqlNames(), "public")
					.withAnswers(new Answers(new TreeMap<>(renames), new TreeSet<>(drops), new TreeMap<>())));
	}

	private static List<String> summaries(Comparison comparison) {
		return comparison.upgrade().stream().map(Operation::summary).toList();
	}

	@Test
	void aConstantThatCameWhenAnotherWentIsAsked() {
		Schema active = levels("character varying(255)", "((level)::text = ANY (ARRAY['ACTIVE'::text, 'OLD'::text]))");
		Schema enabled = levels("character varying(255)",
				"((level)::text = ANY (ARRAY['ENABLED'::text, 'OLD'::text]))");
		assertThat(compare(active, enabled).open()).containsExactly(new Question.Constant("students.level.ACTIVE",
				List.of(new Question.Candidate("ENABLED", 15, List.of("it came when the other went")))));
		Comparison renamed = answered(active, enabled, Map.of("students.level.ACTIVE", "ENABLED"), List.of());
		assertThat(new PostgresqlRenderer("public").render(renamed.upgrade())).satisfiesExactly(
				(sql) -> assertThat(sql).isEqualTo("ALTER TABLE students DROP CONSTRAINT students_level_check"),
				(sql) -> assertThat(sql).isEqualTo("UPDATE students SET level = 'ENABLED' WHERE level = 'ACTIVE'"),
				(sql) -> assertThat(sql).startsWith("ALTER TABLE students ADD CONSTRAINT students_level_check CHECK"));
		assertThat(renamed.unusedAnswers()).isEmpty();
		Comparison gone = answered(active, enabled, Map.of(), List.of("students.level.ACTIVE"));
		assertThat(gone.open()).isEmpty();
		assertThat(summaries(gone)).noneMatch((summary) -> summary.startsWith("rename"));
		assertThat(answered(active, enabled, Map.of("students.level.ACTIVE", "OLD"), List.of()).unusedAnswers())
			.containsExactly("--rename students.level.ACTIVE=OLD");
	}

	@Test
	void oneOfTwoConstantsThatWentIsRenamedAndTheOtherDropped() {
		Schema before = levels("text", "(level = ANY (ARRAY['ACTIVE'::text, 'OLD'::text, 'GONE'::text]))");
		Schema after = levels("text", "(level = ANY (ARRAY['ENABLED'::text, 'OLD'::text]))");
		assertThat(compare(before, after).open()).extracting(Question::subject)
			.containsExactly("students.level.ACTIVE", "students.level.GONE");
		Comparison answered = answered(before, after, Map.of("students.level.ACTIVE", "ENABLED"),
				List.of("students.level.GONE"));
		assertThat(answered.open()).isEmpty();
		assertThat(answered.unusedAnswers()).isEmpty();
	}

	@Test
	void aConstantThatOnlyWentIsNoQuestion() {
		Schema two = levels("text", "(level = ANY (ARRAY['ACTIVE'::text, 'OLD'::text]))");
		Schema one = levels("text", "(level = 'OLD'::text)");
		assertThat(compare(two, one).open()).isEmpty();
		assertThat(compare(one, two).open()).isEmpty();
	}

	@Test
	void aColumnThatIsCalledAsATypeIsNoPartOfTheCheck() {
		Schema before = withColumn("text", "((level)::text = ANY (ARRAY['ACTIVE'::text, 'OLD'::text]))");
		Schema after = withColumn("text", "((level)::text = ANY (ARRAY['ENABLED'::text, 'OLD'::text]))");
		assertThat(compare(before, after).open()).extracting(Question::subject)
			.containsExactly("students.level.ACTIVE");
	}

	@Test
	void aColumnThatIsCalledAsAConstantIsNoPartOfTheCheck() {
		Schema before = withColumn("active", "((level)::text = ANY (ARRAY['active'::text, 'old'::text]))");
		Schema after = withColumn("active", "((level)::text = ANY (ARRAY['enabled'::text, 'old'::text]))");
		assertThat(compare(before, after).open()).extracting(Question::subject)
			.containsExactly("students.level.active");
	}

	private static Schema withColumn(String name, String check) {
		return Schema.of(Table.of(STUDENTS, List.of(Column.of("level", "text"), Column.of(name, "text")))
			.withChecks(List.of(Check.of("students_level_check", check))));
	}

}
