package dev.migrate.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.ObjectReference;
import dev.migrate.schema.Policy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Rule;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;

/**
 * What a comparison leaves alone.
 *
 * @param objects the objects, down to columns, constraints and indexes; what hangs on a
 * table goes with it
 * @param borderKeys foreign keys that the desired side wants to tables that are left
 * alone, and that could not be replayed
 */
public record Excluded(SortedSet<ObjectReference> objects, SortedSet<BorderKey> borderKeys) {

	/**
	 * Nothing is left alone.
	 */
	public static final Excluded NONE = new Excluded(Collections.emptySortedSet(), Collections.emptySortedSet());

	public Excluded {
		objects = Collections.unmodifiableSortedSet(new TreeSet<>(objects));
		borderKeys = Collections.unmodifiableSortedSet(new TreeSet<>(borderKeys));
	}

	/**
	 * Return the part of a schema that is compared.
	 * @param schema the schema
	 * @return the schema without what is left alone
	 */
	public Schema without(Schema schema) {
		if (this.objects.isEmpty()) {
			return schema;
		}
		return Schema.of(schema.objects()
			.values()
			.stream()
			.filter((object) -> !has(object))
			.map((object) -> (object instanceof Table table) ? without(table) : object)
			.toList());
	}

	private boolean has(SchemaObject object) {
		return this.objects.contains(ObjectReference.to(object)) || hasRelation(object);
	}

	private boolean hasRelation(SchemaObject object) {
		if (object instanceof Trigger trigger) {
			return hasRelation(trigger.relation());
		}
		if (object instanceof Policy policy) {
			return hasRelation(policy.table());
		}
		return object instanceof Rule rule && hasRelation(rule.relation());
	}

	boolean hasRelation(QualifiedName name) {
		return has(ObjectReference.Kind.TABLE, name) || has(ObjectReference.Kind.VIEW, name);
	}

	private boolean has(ObjectReference.Kind kind, QualifiedName name) {
		return this.objects.contains(new ObjectReference(kind, name, ""));
	}

	private Table without(Table table) {
		QualifiedName name = table.name();
		boolean keyStays = table.primaryKey() != null && !hasConstraint(name, table.primaryKey().name());
		return table
			.withColumns(table.columns()
				.stream()
				.filter((column) -> !this.objects.contains(ObjectReference.column(name, column.name())))
				.toList())
			.withPrimaryKey(keyStays ? table.primaryKey() : null)
			.withUniqueConstraints(
					table.uniqueConstraints().stream().filter((one) -> !hasConstraint(name, one.name())).toList())
			.withForeignKeys(table.foreignKeys().stream().filter((one) -> !hasConstraint(name, one.name())).toList())
			.withChecks(table.checks().stream().filter((one) -> !hasConstraint(name, one.name())).toList())
			.withExclusions(table.exclusions().stream().filter((one) -> !hasConstraint(name, one.name())).toList())
			.withIndexes(table.indexes()
				.stream()
				.filter((one) -> !this.objects.contains(ObjectReference.index(name, one.name())))
				.toList());
	}

	private boolean hasConstraint(QualifiedName table, String constraint) {
		return this.objects.contains(ObjectReference.constraint(table, constraint));
	}

	/**
	 * Return the part of a mapping that is compared.
	 * @param mapping the mapping
	 * @return the mapping without what is left alone
	 */
	public Mapping without(Mapping mapping) {
		return this.objects.isEmpty() ? mapping
				: new Mapping(mapping.names().stream().filter((name) -> !has(name)).toList());
	}

	private boolean has(MappedName name) {
		QualifiedName owner = name.owner();
		return switch (name.kind()) {
			case SCHEMA -> has(ObjectReference.Kind.NAMESPACE, new QualifiedName("", owner.name()));
			case TYPE -> has(ObjectReference.Kind.ENUM_TYPE, owner) || has(ObjectReference.Kind.DOMAIN, owner)
					|| has(ObjectReference.Kind.COMPOSITE_TYPE, owner);
			case SEQUENCE -> has(ObjectReference.Kind.SEQUENCE, owner);
			case TABLE, VIEW -> hasRelation(owner);
			case COLUMN -> hasRelation(owner) || this.objects.contains(ObjectReference.column(owner, name.member()));
			case CONSTRAINT, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY ->
				hasRelation(owner) || hasConstraint(owner, name.member());
			case INDEX -> hasRelation(owner) || this.objects.contains(ObjectReference.index(owner, name.member()));
		};
	}

	Excluded and(Collection<ObjectReference> more, Collection<BorderKey> keys) {
		SortedSet<ObjectReference> all = new TreeSet<>(this.objects);
		all.addAll(more);
		SortedSet<BorderKey> allKeys = new TreeSet<>(this.borderKeys);
		allKeys.addAll(keys);
		return new Excluded(all, allKeys);
	}

	/**
	 * A foreign key to a table that is left alone.
	 *
	 * @param table the table that has it
	 * @param columns its columns, in order
	 * @param target the table that it refers to
	 */
	public record BorderKey(QualifiedName table, List<String> columns,
			QualifiedName target) implements Comparable<BorderKey> {

		public BorderKey {
			columns = List.copyOf(columns);
		}

		@Override
		public int compareTo(BorderKey other) {
			return toString().compareTo(other.toString());
		}

		/**
		 * Return it for messages: not quoted, not for SQL.
		 */
		@Override
		public String toString() {
			return this.table + " (" + String.join(", ", this.columns) + ") to " + this.target;
		}

	}

}
