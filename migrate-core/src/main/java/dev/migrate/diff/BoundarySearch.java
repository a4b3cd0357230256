package dev.migrate.diff;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectKey;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/**
 * Finds what two schemas leave alone: what is refused on one side, on both, and what
 * can't be without it.
 */
final class BoundarySearch {

	private final ComparisonRules rules;

	private final Schema actual;

	private final Schema desired;

	private final SortedSet<ObjectReference> found = new TreeSet<>();

	BoundarySearch(ComparisonRules rules, Schema actual, Schema desired) {
		this.rules = rules;
		this.actual = actual;
		this.desired = desired;
	}

	Excluded search() {
		onBothSides((side) -> side.objects.objects().values().forEach((object) -> refused(object, side.origin)));
		// Only now is known which tables are out, and these follow their tables.
		onBothSides((side) -> side.objects.sequences().stream().filter(this::isOut).forEach(this::add));
		onBothSides((side) -> types(side.objects).filter(this::isUnused).forEach(this::add));
		members();
		return border(new Excluded(this.found, new TreeSet<>()));
	}

	private void onBothSides(Consumer<Side> work) {
		work.accept(new Side(this.actual, this.rules.boundary().actual()));
		work.accept(new Side(this.desired, this.rules.boundary().desired()));
	}

	private void add(SchemaObject object) {
		this.found.add(ObjectReference.to(object));
	}

	private void refused(SchemaObject object, SchemaFilter.Origin origin) {
		ObjectReference reference = ObjectReference.to(object);
		NamePatterns patterns = this.rules.boundary().patterns();
		QualifiedName name = reference.name();
		boolean byName = switch (reference.kind()) {
			case NAMESPACE -> !patterns.reaches(name.name(), this.rules.currentSchema());
			case TABLE, VIEW, ROUTINE, TRIGGER, POLICY, RULE, OTHER -> excludes(name) || !includes(name);
			case SEQUENCE, ENUM_TYPE, COMPOSITE_TYPE, DOMAIN -> excludes(name);
			case EXTENSION, CAST, COLUMN, CONSTRAINT, INDEX -> false;
		};
		if (byName || this.rules.boundary().refuses(reference, origin)) {
			this.found.add(reference);
		}
	}

	private boolean includes(QualifiedName name) {
		return this.rules.boundary().patterns().includes(name, this.rules.currentSchema());
	}

	private boolean excludes(QualifiedName name) {
		return this.rules.boundary().patterns().excludes(name, this.rules.currentSchema());
	}

	private boolean isTableOut(QualifiedName name) {
		return this.found.contains(new ObjectReference(ObjectReference.Kind.TABLE, name, ""));
	}

	/** A sequence goes with the tables of the entity that counts with it. */
	private boolean isOut(Sequence sequence) {
		ColumnName owner = sequence.ownedBy();
		Set<QualifiedName> tables = (owner != null) ? Set.of(owner.table()) : tablesOf(sequence);
		return tables.isEmpty() ? !includes(sequence.name()) : tables.stream().allMatch(this::isTableOut);
	}

	private Set<QualifiedName> tablesOf(Sequence sequence) {
		Set<String> entities = mapped(MappedName.Kind.SEQUENCE).filter((name) -> name.owner().equals(sequence.name()))
			.map((name) -> name.path().split("\\.", 2)[0])
			.collect(Collectors.toSet());
		return mapped(MappedName.Kind.TABLE).filter((name) -> entities.contains(name.path()))
			.map(MappedName::owner)
			.collect(Collectors.toSet());
	}

	private Stream<MappedName> mapped(MappedName.Kind kind) {
		return Stream.concat(this.rules.actualMapping().names().stream(), this.rules.desiredMapping().names().stream())
			.filter((name) -> name.kind() == kind);
	}

	private static Stream<SchemaObject> types(Schema schema) {
		Set<ObjectKind> kinds = Set.of(ObjectKind.ENUM_TYPE, ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN);
		return schema.objects().values().stream().filter((object) -> kinds.contains(object.key().kind()));
	}

	/** A type goes with the tables whose columns have it. */
	private boolean isUnused(SchemaObject type) {
		QualifiedName name = type.key().name();
		List<QualifiedName> tables = Stream.concat(this.actual.tables().stream(), this.desired.tables().stream())
			.filter((table) -> table.columns().stream().anyMatch((column) -> name.equals(column.type().definedBy())))
			.map(Table::name)
			.toList();
		return tables.isEmpty() ? !includes(name) : tables.stream().allMatch(this::isTableOut);
	}

	private void members() {
		if (this.rules.boundary().filters().isEmpty()) {
			return;
		}
		onBothSides((side) -> tables(side.objects).forEach((table) -> table.columns()
			.stream()
			.map((column) -> ObjectReference.column(table.name(), column.name()))
			.filter((column) -> this.rules.boundary().refuses(column, side.origin))
			.forEach(this.found::add)));
		Set<Object> parts = new HashSet<>();
		onBothSides((side) -> tables(side.objects).forEach((table) -> refusedParts(table, side.origin, parts)));
		onBothSides((side) -> tables(side.objects).forEach((table) -> parts(table, parts)));
	}

	private List<Table> tables(Schema schema) {
		return schema.tables().stream().filter((table) -> !isTableOut(table.name())).toList();
	}

	/** Constraints and indexes are the same by their name, or by what they are. */
	private void refusedParts(Table table, SchemaFilter.Origin origin, Set<Object> parts) {
		for (TableConstraint constraint : TableConstraint.of(table)) {
			ObjectReference reference = ObjectReference.constraint(table.name(), constraint.name());
			if (this.rules.boundary().refuses(reference, origin)) {
				parts.add(reference);
				parts.add(List.of(table.name(), constraint.renamed("", null)));
			}
		}
		for (Index index : table.indexes()) {
			ObjectReference reference = ObjectReference.index(table.name(), index.name());
			if (this.rules.boundary().refuses(reference, origin)) {
				parts.add(reference);
				parts.add(List.of(table.name(), index.withName("")));
			}
		}
	}

	private void parts(Table table, Collection<Object> refused) {

		List<String> columns = table.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> isColumnOut(table.name(), column))
			.toList();
		for (TableConstraint constraint : TableConstraint.of(table)) {
			ObjectReference reference = ObjectReference.constraint(table.name(), constraint.name());
			if (refused.contains(reference) || refused.contains(List.of(table.name(), constraint.renamed("", null)))
					|| columns.stream().anyMatch((column) -> ColumnUse.uses(constraint, column))
					|| refersToOut(constraint)) {
				this.found.add(reference);
			}
		}
		for (Index index : table.indexes()) {
			ObjectReference reference = ObjectReference.index(table.name(), index.name());
			if (refused.contains(reference) || refused.contains(List.of(table.name(), index.withName("")))
					|| columns.stream().anyMatch((column) -> ColumnUse.uses(index, column))) {
				this.found.add(reference);
			}
		}
	}

	private boolean isColumnOut(QualifiedName table, String column) {
		return this.found.contains(ObjectReference.column(table, column));
	}

	private boolean refersToOut(TableConstraint constraint) {
		return constraint instanceof TableConstraint.Foreign foreign && foreign.key()
			.targetColumns()
			.stream()
			.anyMatch((column) -> isColumnOut(foreign.key().target(), column));
	}

	/**
	 * A foreign key to a table that is left alone is compared where revisions make that
	 * table; elsewhere no revision that creates the key could be replayed.
	 */
	private Excluded border(Excluded excluded) {
		SortedSet<ObjectReference> keys = new TreeSet<>();
		SortedSet<Excluded.BorderKey> wanted = new TreeSet<>();
		for (Table table : excluded.without(this.actual).tables()) {
			crossing(excluded, table).forEach((key) -> keys.add(ObjectReference.constraint(table.name(), key.name())));
		}
		for (Table table : excluded.without(this.desired).tables()) {
			for (ForeignKey key : crossing(excluded, table)) {
				keys.add(ObjectReference.constraint(table.name(), key.name()));
				wanted.add(new Excluded.BorderKey(table.name(), key.columns(), key.target()));
			}
		}
		return excluded.and(keys, wanted);
	}

	private List<ForeignKey> crossing(Excluded excluded, Table table) {
		boolean toRevisions = this.rules.boundary().actual() != SchemaFilter.Origin.REVISIONS
				&& this.rules.boundary().desired() == SchemaFilter.Origin.REVISIONS;
		Schema replayed = toRevisions ? this.desired : this.actual;
		return table.foreignKeys()
			.stream()
			.filter((key) -> excluded.hasRelation(key.target())
					&& replayed.find(ObjectKey.of(ObjectKind.TABLE, key.target())).isEmpty())
			.toList();
	}

	private record Side(Schema objects, SchemaFilter.Origin origin) {
	}

}
