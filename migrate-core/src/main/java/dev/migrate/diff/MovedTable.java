package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AllowedValues;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.MovedRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns move into another and that goes: its rows can come back where a
 * column of the other names their class.
 */
final class MovedTable {

	private final Mapping mapping;

	private final Schema actual;

	private final Table table;

	private final List<FillValue.Moved> values = new ArrayList<>();

	private final List<ColumnName> targets = new ArrayList<>();

	/**
	 * Create a table that goes.
	 * @param mapping what was made for which entity
	 * @param actual the schema it is part of
	 * @param table the table
	 */
	MovedTable(Mapping mapping, Schema actual, Table table) {
		this.mapping = mapping;
		this.actual = actual;
		this.table = table;
	}

	/**
	 * Note that one of its columns moves.
	 */
	void add(FillValue.Moved value, ColumnName target) {
		this.values.add(value);
		this.targets.add(target);
	}

	/**
	 * Return where the rows live on; null if that is not certain.
	 * @param operations that move the columns
	 */
	@Nullable MovedRows rows(List<Operation> operations) {
		if (this.values.isEmpty()) {
			return keys(operations);
		}
		if (!this.values.get(0).complete() || this.targets.stream().map(ColumnName::table).distinct().count() != 1) {
			return null;
		}
		List<String> own = new ArrayList<>(this.values.get(0).key());
		List<String> theirs = new ArrayList<>(this.values.get(0).ownKey());
		for (int index = 0; index < this.values.size(); index++) {
			own.add(this.values.get(index).column());
			theirs.add(this.targets.get(index).column());
		}
		return rows(this.targets.get(0).table(), own, theirs, operations);
	}

	/**
	 * A class that adds nothing to its parent: which rows are of it is all that its table
	 * tells.
	 */
	private @Nullable MovedRows keys(List<Operation> operations) {
		List<ForeignKey> keys = this.table.foreignKeys();
		boolean one = keys.size() == 1 && this.table.primaryKey() != null
				&& this.table.primaryKey().columns().equals(keys.get(0).columns());
		boolean stays = one && operations.stream()
			.noneMatch((operation) -> operation instanceof DropTable drop
					&& drop.table().name().equals(keys.get(0).target()));
		return stays ? rows(keys.get(0).target(), keys.get(0).columns(), keys.get(0).targetColumns(), operations)
				: null;
	}

	private @Nullable MovedRows rows(QualifiedName target, List<String> own, List<String> theirs,
			List<Operation> operations) {
		boolean whole = Set.copyOf(own).size() == own.size()
				&& own.containsAll(this.table.columns().stream().map(Column::name).toList());
		return whole ? listed(target, operations).filter((kind) -> tellsAll(kind, target, operations))
			.map((kind) -> new MovedRows(target, own, theirs, kind.column(), named(kind, family(operations))))
			.filter((rows) -> !rows.kinds().isEmpty())
			.orElse(null) : null;
	}

	/** The column of the other table whose values are listed and name this class. */
	private Optional<Kind> listed(QualifiedName target, List<Operation> operations) {
		List<Column> columns = new ArrayList<>(this.actual.table(target).map(Table::columns).orElse(List.of()));
		List<Check> checks = new ArrayList<>();
		for (Operation operation : operations) {
			if (operation instanceof AddColumn added && added.table().equals(target)) {
				columns.add(added.column());
			}
			if (operation instanceof AddConstraint added && added.table().equals(target)
					&& added.constraint() instanceof TableConstraint.Checked checked) {
				checks.add(checked.check());
			}
		}
		Table later = Table.of(target, columns).withChecks(checks);
		SortedSet<String> names = this.mapping.paths(MappedName.Kind.TABLE, this.table.name());
		return columns.stream()
			.map((column) -> new Kind(column.name(), listed(later, column)))
			.filter((kind) -> kind.names().stream().anyMatch(names::contains))
			.findFirst();
	}

	private static List<String> listed(Table table, Column column) {
		List<String> listed = column.type().listed();
		return listed.isEmpty() ? AllowedValues.of(table, column.name()).texts() : listed;
	}

	/** A class that is called otherwise in the rows could be one of this table's. */
	private boolean tellsAll(Kind kind, QualifiedName target, List<Operation> operations) {
		SortedSet<String> known = new TreeSet<>(this.mapping.paths(MappedName.Kind.TABLE, target));
		for (Operation operation : operations) {
			if (operation instanceof DropTable drop) {
				known.addAll(this.mapping.paths(MappedName.Kind.TABLE, drop.table().name()));
			}
		}
		return known.containsAll(kind.names());
	}

	/** This table, and those whose rows are rows of it too. */
	private List<Table> family(List<Operation> operations) {
		List<Table> family = new ArrayList<>(List.of(this.table));
		for (int index = 0; index < family.size(); index++) {
			QualifiedName parent = family.get(index).name();
			for (Operation operation : operations) {
				if (operation instanceof DropTable drop && !family.contains(drop.table())
						&& drop.table().primaryKey() != null) {
					List<String> key = drop.table().primaryKey().columns();
					drop.table()
						.foreignKeys()
						.stream()
						.filter((foreign) -> foreign.target().equals(parent) && foreign.columns().equals(key))
						.findFirst()
						.ifPresent((foreign) -> family.add(drop.table()));
				}
			}
		}
		return family;
	}

	private List<String> named(Kind kind, List<Table> family) {
		SortedSet<String> names = new TreeSet<>();
		family.forEach((member) -> names.addAll(this.mapping.paths(MappedName.Kind.TABLE, member.name())));
		return kind.names().stream().filter(names::contains).toList();
	}

	private record Kind(String column, List<String> names) {
	}

}
