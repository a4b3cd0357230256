package dev.migrate.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever writes equality out can forget a component.
 */
class ComponentEqualityTests {

	private static final QualifiedName NAME = new QualifiedName("public", "students");

	private static final List<Record> SAMPLES = List.of(NAME, ObjectKey.of(ObjectKind.TABLE, NAME),
			new ColumnName(NAME, "age"), new Namespace("school", "of all"),
			new ColumnType("mood", new QualifiedName("public", "mood")), column(), new Identity(true, options()),
			options(), new Generated("a + b", true),
			new Sequence(NAME, options(), new ColumnName(NAME, "id"), true, "counts"),
			new PrimaryKey("pk", List.of("id"), List.of("name"), Deferral.INITIALLY_DEFERRED, "key"),
			new UniqueConstraint("u", List.of("id"), List.of("name"), true, Deferral.INITIALLY_DEFERRED, "one"),
			new ForeignKey("fk", List.of("a"), NAME, List.of("id"), ReferentialAction.CASCADE,
					ReferentialAction.RESTRICT, List.of("a"), true, Deferral.INITIALLY_DEFERRED, Validity.NOT_VALID,
					"far"),
			new Index("i", true, "gin", List.of(IndexElement.column("a")), List.of("b"), "a > 1", true, true, "fast"),
			new IndexElement("a", null, true, true, "public.ops", "public.c"),
			new TableOptions(true, true, true, List.of(NAME), "RANGE (a)", NAME, "FOR VALUES IN (1)"));

	@Test
	void everyComponentCounts() throws ReflectiveOperationException {
		for (Record sample : SAMPLES) {
			List<Object> values = values(sample);
			assertThat(made(sample, values)).isEqualTo(sample).hasSameHashCodeAs(sample);
			RecordComponent[] components = sample.getClass().getRecordComponents();
			for (int at = 0; at < components.length; at++) {
				List<Object> changed = new ArrayList<>(values);
				changed.set(at, other(components[at].getType(), values.get(at)));
				if (sample instanceof IndexElement && at < 2) {
					changed.set(1 - at, null);
				}
				assertThat(made(sample, changed)).as("%s of %s", components[at].getName(), sample).isNotEqualTo(sample);
			}
		}
	}

	private static SequenceOptions options() {
		return new SequenceOptions("integer", 1, 2, 3, 4, 5, true);
	}

	private static Column column() {
		return new Column("age", ColumnType.of("integer"), true, "public.c", "1", new Identity(true, options()),
				new Generated("a", true), "in years");
	}

	private static List<Object> values(Record sample) throws ReflectiveOperationException {
		List<Object> values = new ArrayList<>();
		for (RecordComponent component : sample.getClass().getRecordComponents()) {
			values.add(component.getAccessor().invoke(sample));
		}
		return values;
	}

	private static Object made(Record sample, List<Object> values) throws ReflectiveOperationException {
		Class<?>[] types = Arrays.stream(sample.getClass().getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		Constructor<?> constructor = sample.getClass().getDeclaredConstructor(types);
		return constructor.newInstance(values.toArray());
	}

	private static Object other(Class<?> type, Object value) {
		if (value instanceof Boolean flag) {
			return !flag;
		}
		if (value instanceof Long number) {
			return number + 1;
		}
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> constant != value)
				.findFirst()
				.orElseThrow();
		}
		if (value instanceof List<?>) {
			return List.of();
		}
		if (type == String.class) {
			return value + "x";
		}
		return switch (type.getSimpleName()) {
			case "QualifiedName" -> new QualifiedName("other", "name");
			case "ColumnType" -> ColumnType.of("text");
			case "ColumnName" -> new ColumnName(NAME, "other");
			case "Identity" -> new Identity(false, options());
			case "Generated" -> new Generated("other", false);
			case "SequenceOptions" -> SequenceOptions.BIGINT;
			default -> throw new IllegalArgumentException("nothing else is known for " + type);
		};
	}

}
