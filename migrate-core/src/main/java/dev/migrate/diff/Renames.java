package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * What has another name on the desired side.
 *
 * @param tables new names of tables by the old
 * @param columns new names of columns by the old, by the old name of their table
 * @param sequences new names of sequences by the old
 * @param types new names of enum types and domains by the old
 * @param labels new labels of enum types by the old, by the new name of their type
 * @param displaced columns that are dropped so that a renamed one can take their name, by
 * the old name of their table
 */
record Renames(SortedMap<QualifiedName, QualifiedName> tables,
		SortedMap<QualifiedName, SortedMap<String, String>> columns, SortedMap<QualifiedName, QualifiedName> sequences,
		SortedMap<QualifiedName, QualifiedName> types, SortedMap<QualifiedName, SortedMap<String, String>> labels,
		SortedMap<QualifiedName, SortedSet<String>> displaced) {

	static Renames none() {
		return new Renames(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(),
				new TreeMap<>());
	}

	QualifiedName table(QualifiedName name) {
		return this.tables.getOrDefault(name, name);
	}

	SortedMap<String, String> columnsOf(QualifiedName table) {
		return this.columns.getOrDefault(table, Collections.emptySortedMap());
	}

	SortedSet<String> displacedIn(QualifiedName table) {
		return this.displaced.getOrDefault(table, Collections.emptySortedSet());
	}

	void rename(QualifiedName table, String from, String to) {
		this.columns.computeIfAbsent(table, (unused) -> new TreeMap<>()).put(from, to);
	}

	void displace(QualifiedName table, String column) {
		this.displaced.computeIfAbsent(table, (unused) -> new TreeSet<>()).add(column);
	}

	private boolean isEmpty() {
		return this.tables.isEmpty() && this.columns.isEmpty() && this.sequences.isEmpty() && this.types.isEmpty()
				&& this.labels.isEmpty() && this.displaced.isEmpty();
	}

	Schema applyTo(Schema schema) {
		return isEmpty() ? schema : new SchemaRenamer(this).rename(schema);
	}

	Mapping applyTo(Mapping mapping) {
		if (isEmpty()) {
			return mapping;
		}
		List<MappedName> names = new ArrayList<>();
		for (MappedName mapped : mapping.names()) {
			switch (mapped.kind()) {
				case SEQUENCE -> names.add(mapped.at(this.sequences.getOrDefault(mapped.owner(), mapped.owner()), ""));
				case TYPE -> names.add(mapped.at(this.types.getOrDefault(mapped.owner(), mapped.owner()), ""));
				case SCHEMA, VIEW -> names.add(mapped);
				case COLUMN -> {
					if (!displacedIn(mapped.owner()).contains(mapped.member())) {
						names.add(mapped.at(table(mapped.owner()),
								columnsOf(mapped.owner()).getOrDefault(mapped.member(), mapped.member())));
					}
				}
				case TABLE, CONSTRAINT, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, INDEX ->
					names.add(mapped.at(table(mapped.owner()), mapped.member()));
			}
		}
		return new Mapping(names);
	}

	/**
	 * Return the operations that rename, in an order in which no name is taken twice.
	 */
	List<Operation> operations(Schema actual) {
		if (isEmpty()) {
			return List.of();
		}
		List<Operation> operations = new ArrayList<>();
		inOrder(this.sequences, (name) -> name.sibling(name.name() + "_"))
			.forEach((step) -> operations.add(new RenameSequence(step.from(), step.to())));
		inOrder(this.types, (name) -> name.sibling(name.name() + "_"))
			.forEach((step) -> operations.add(new RenameType(kind(actual, step.from()), step.from(), step.to())));
		this.labels
			.forEach((type, names) -> names.forEach((from, to) -> operations.add(new RenameEnumValue(type, from, to))));
		inOrder(this.tables, (name) -> name.sibling(name.name() + "_"))
			.forEach((step) -> operations.add(new RenameTable(step.from(), step.to())));
		this.displaced.forEach((table, names) -> names.forEach((column) -> drop(actual, table, column, operations)));
		this.columns.forEach((table, names) -> inOrder(names, (name) -> name + "_")
			.forEach((step) -> operations.add(new RenameColumn(table(table), step.from(), step.to()))));
		return operations;
	}

	private static ObjectKind kind(Schema actual, QualifiedName type) {
		return actual.domains().stream().anyMatch((domain) -> domain.name().equals(type)) ? ObjectKind.DOMAIN
				: ObjectKind.ENUM_TYPE;
	}

	private void drop(Schema actual, QualifiedName from, String column, List<Operation> operations) {
		Table table = actual.table(from).orElseThrow();
		QualifiedName name = table(from);
		for (Index index : ColumnUse.indexes(table, column)) {
			operations.add(new DropIndex(name, index));
		}
		for (TableConstraint constraint : ColumnUse.constraints(table, column)) {
			operations.add(new DropConstraint(name, constraint));
		}
		Column dropped = table.column(column).orElseThrow();
		operations.add(new DropColumn(name, dropped, new ReturnValues(actual, actual).of(table, dropped)));
	}

	/**
	 * Order renames so that each name is free when it is given; where they run in a
	 * circle, one steps aside.
	 */
	private static <N extends Comparable<N>> List<Step<N>> inOrder(SortedMap<N, N> renames, UnaryOperator<N> aside) {
		SortedMap<N, N> open = new TreeMap<>(renames);
		List<Step<N>> steps = new ArrayList<>();
		while (!open.isEmpty()) {
			Optional<Map.Entry<N, N>> free = open.entrySet()
				.stream()
				.filter((rename) -> !open.containsKey(rename.getValue()))
				.findFirst();
			Map.Entry<N, N> next = free.orElseGet(() -> open.entrySet().iterator().next());
			N from = next.getKey();
			N to = next.getValue();
			open.remove(from);
			if (free.isPresent()) {
				steps.add(new Step<>(from, to));
			}
			else {
				N temporary = aside.apply(from);
				steps.add(new Step<>(from, temporary));
				open.put(temporary, to);
			}
		}
		return steps;
	}

	private record Step<N>(N from, N to) {
	}

}
