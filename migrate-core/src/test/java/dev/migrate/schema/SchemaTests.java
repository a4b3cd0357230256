package dev.migrate.schema;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SchemaTests {

	private static final QualifiedName NAME = new QualifiedName("public", "t");

	private static final Column A = Column.of("a", "integer");

	private static final Column B = Column.of("b", "text");

	@Test
	void isEqualWhateverTheOrderOfColumnsAndKeepsIt() {
		Table table = Table.of(NAME, List.of(A, B));
		Table turned = Table.of(NAME, List.of(B, A));
		assertThat(turned).isEqualTo(table).hasSameHashCodeAs(table);
		assertThat(turned.columns()).containsExactly(B, A);
		assertThat(SchemaFingerprint.of(Schema.of(turned))).isEqualTo(SchemaFingerprint.of(Schema.of(table)));
	}

	@Test
	void doesNotSortTheAttributesOfACompositeType() {
		assertThat(new CompositeType(NAME, List.of(A, B), null))
			.isNotEqualTo(new CompositeType(NAME, List.of(B, A), null));
	}

	@Test
	void sortsConstraintsByName() {
		Table table = Table.of(NAME, List.of(A)).withChecks(List.of(Check.of("z", "a > 1"), Check.of("b", "a > 2")));
		assertThat(table.checks()).extracting(Check::name).containsExactly("b", "z");
	}

	@Test
	void refusesTwoObjectsWithOneKey() {
		Table table = Table.of(NAME, List.of(A));
		assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(table, table.withComment("other")));
	}

	@Test
	void tellsATableFromASequenceOfItsName() {
		Sequence sequence = new Sequence(NAME, SequenceOptions.BIGINT, null, false, null);
		Schema schema = Schema.of(sequence, Table.of(NAME, List.of(A)));
		assertThat(schema.objects()).hasSize(2);
		assertThat(schema.without(sequence.key()).tables()).hasSize(1);
		assertThat(schema.table(NAME)).isPresent();
	}

	@Test
	void givesAFingerprintThatNeverChanges() {
		Schema schema = Schema.of(Table.of(NAME, List.of(A, B)).withChecks(List.of(Check.of("c", "a > 1 AND b <> ''"))),
				new Namespace("public", null));
		assertThat(SchemaFingerprint.of(Schema.empty()).value())
			.isEqualTo("1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		assertThat(SchemaFingerprint.of(schema).value())
			.isEqualTo("1:ef76aaedf1282680ab961a3fa9b2e406e98d5cae3659f922ea932a75e5410ac7");
	}

	@Test
	void doesNotConfuseTextsThatRunTogether() {
		Schema one = Schema.of(new EnumType(NAME, List.of("a, b"), null));
		Schema two = Schema.of(new EnumType(NAME, List.of("a", "b"), null));
		assertThat(SchemaFingerprint.of(one)).isNotEqualTo(SchemaFingerprint.of(two));
	}

}
