package dev.migrate.hibernate;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The constants that fields start with. An entity is made twice with its no-arg
 * constructor; what both have in common, and is a plain value, is a constant. Whatever
 * goes wrong on the way means that there is none.
 */
final class InitialValues {

	// Discriminators that Hibernate takes for a condition.
	private static final Set<String> NO_VALUES = Set.of("null", "not null");

	private final OfflineModel offline;

	private final DeclaredFields fields = new DeclaredFields();

	private final Map<Table, Map<String, String>> values = new LinkedHashMap<>();

	InitialValues(OfflineModel offline) {
		this.offline = offline;
		for (PersistentClass entity : AttributePaths.sorted(offline.metadata())) {
			read(entity);
			if (entity instanceof RootClass root) {
				readSoftDelete(root.getTable(), root.getSoftDeleteColumn(), root.getSoftDeleteStrategy());
				readDiscriminator(root);
			}
		}
		for (Collection collection : offline.metadata().getCollectionBindings()) {
			if (collection.getCollectionTable() != null) {
				readSoftDelete(collection.getCollectionTable(), collection.getSoftDeleteColumn(),
						collection.getSoftDeleteStrategy());
			}
		}
	}

	@Nullable String of(Table table, Column column) {
		Map<String, String> ofTable = this.values.get(table);
		return (ofTable != null) ? ofTable.get(column.getCanonicalName()) : null;
	}

	private void read(PersistentClass entity) {
		Object one = instance(entity);
		Object other = instance(entity);
		if (one == null || other == null) {
			return;
		}
		// The closure: a table of a union hierarchy has its parents' columns too.
		read(entity, entity.getPropertyClosure(), one, other);
		for (Join join : entity.getJoins()) {
			read(entity, join.getProperties(), one, other);
		}
	}

	private void read(PersistentClass entity, List<Property> properties, Object one, Object other) {
		for (Property property : properties) {
			Table table = table(entity, property);
			if (property.equals(entity.getVersion())) {
				readVersion(table, property);
			}
			else if (!property.isSynthetic() && !property.isBackRef() && property.isInsertable()) {
				readProperty(table, property, one, other);
			}
		}
	}

	private static Table table(PersistentClass entity, Property property) {
		Table declared = property.getValue().getTable();
		// A union subclass repeats its parents' columns in a table of its own.
		return (declared != null && !declared.hasDenormalizedTables()) ? declared : entity.getTable();
	}

	private void readVersion(Table table, Property version) {
		Class<?> type = version.getType().getReturnedClass();
		if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
			put(table, version, "0");
		}
	}

	/** What is there was not deleted. */
	private void readSoftDelete(Table table, @Nullable Column column, @Nullable SoftDeleteType strategy) {
		if (column != null && strategy != SoftDeleteType.TIMESTAMP && column.getValue() instanceof BasicValue basic) {
			String literal = literal(basic, strategy == SoftDeleteType.ACTIVE);
			if (literal != null) {
				put(table, column, literal);
			}
		}
	}

	/** Where no subclass was mapped before, what is there is of the class itself. */
	private void readDiscriminator(RootClass root) {
		String word = root.getDiscriminatorValue();
		if (root.getDiscriminator() instanceof BasicValue basic && word != null && !NO_VALUES.contains(word)
				&& !Modifier.isAbstract(root.getMappedClass().getModifiers())) {
			Object value = guarded(() -> ((BasicType<?>) basic.getType()).getJavaTypeDescriptor().fromString(word));
			String literal = (value != null) ? literal(basic, value) : null;
			if (literal != null) {
				basic.getColumns().forEach((column) -> put(root.getTable(), column, literal));
			}
		}
	}

	private void readProperty(Table table, Property property, Object one, Object other) {
		Member member = member(property, one);
		if (member == null) {
			return;
		}
		Object first = value(member, one);
		Object second = value(member, other);
		if (first == null || second == null) {
			return;
		}
		if (property.getValue() instanceof Component component) {
			if (component.getAggregateColumn() == null) {
				component.getProperties().forEach((part) -> readProperty(table, part, first, second));
			}
		}
		else if (property.getValue() instanceof BasicValue basic && basic.getColumnSpan() == 1 && isPlain(first)
				&& Objects.equals(first, second)) {
			String literal = literal(basic, first);
			if (literal != null) {
				put(table, property, literal);
			}
		}
	}

	private void put(Table table, Property property, String literal) {
		AttributePaths.columns(property.getValue()).forEach((column) -> put(table, column, literal));
	}

	private void put(Table table, Column column, String literal) {
		this.values.computeIfAbsent(table, (key) -> new HashMap<>()).putIfAbsent(column.getCanonicalName(), literal);
	}

	private static boolean isPlain(Object value) {
		return value instanceof Number || value instanceof Boolean || value instanceof CharSequence
				|| value instanceof Character || value instanceof Enum<?>;
	}

	private @Nullable String literal(BasicValue basic, Object value) {
		return guarded(() -> {
			JdbcMapping mapping = (BasicType<?>) basic.getType();
			Object relational = mapping.convertToRelationalValue(value);
			@SuppressWarnings("unchecked")
			JdbcLiteralFormatter<Object> formatter = (JdbcLiteralFormatter<Object>) mapping.getJdbcType()
				.getJdbcLiteralFormatter(mapping.getJdbcJavaType());
			return (formatter != null)
					? formatter.toJdbcLiteral(relational, this.offline.dialect(), this.offline.wrapperOptions()) : null;
		});
	}

	private @Nullable Member member(Property property, Object owner) {
		// What Hibernate would find too, by a longer way.
		Field field = "field".equals(property.getPropertyAccessorName())
				? this.fields.of(owner.getClass(), property.getName()) : null;
		return (field != null) ? field : guarded(() -> property.getGetter(owner.getClass()).getMember());
	}

	private static @Nullable Object value(Member member, Object owner) {
		return guarded(() -> {
			if (member instanceof Field field) {
				field.setAccessible(true);
				return field.get(owner);
			}
			if (member instanceof Method method) {
				method.setAccessible(true);
				return method.invoke(owner);
			}
			return null;
		});
	}

	private static @Nullable Object instance(PersistentClass entity) {
		return guarded(() -> {
			var constructor = entity.getMappedClass().getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		});
	}

	/**
	 * Run the application's code, whose failures are none of our business here.
	 */
	private static <T> @Nullable T guarded(GuardedCall<T> call) {
		try {
			return call.run();
		}
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			return null;
		}
	}

	@FunctionalInterface
	private interface GuardedCall<T> {

		@Nullable T run() throws Exception;

	}

}
