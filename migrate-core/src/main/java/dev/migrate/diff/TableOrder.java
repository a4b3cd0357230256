package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKeyOrder;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Creates and drops tables with the foreign keys between them. Where those run in a
 * circle, some are added after the tables, and dropped before them.
 */
final class TableOrder {

	private final Names names;

	TableOrder(Names names) {
		this.names = names;
	}

	List<Operation> create(Collection<Table> tables) {
		List<Operation> operations = new ArrayList<>();
		List<Operation> later = new ArrayList<>();
		SortedSet<QualifiedName> open = names(tables);
		for (Table table : ForeignKeyOrder.of(tables)) {
			open.remove(table.name());
			Table named = named(table);
			List<ForeignKey> inside = new ArrayList<>();
			for (ForeignKey key : named.foreignKeys()) {
				if (open.contains(key.target())) {
					later.add(new AddConstraint(table.name(), new TableConstraint.Foreign(key)));
				}
				else {
					inside.add(key);
				}
			}
			operations.add(new CreateTable(named.withForeignKeys(inside)));
		}
		operations.addAll(later);
		return operations;
	}

	List<Operation> drop(Collection<Table> tables) {
		List<Operation> operations = new ArrayList<>();
		SortedSet<QualifiedName> open = names(tables);
		for (Table table : ForeignKeyOrder.of(tables)) {
			open.remove(table.name());
			List<ForeignKey> inside = new ArrayList<>();
			for (ForeignKey key : table.foreignKeys()) {
				if (open.contains(key.target())) {
					operations.add(new DropConstraint(table.name(), new TableConstraint.Foreign(key)));
				}
				else {
					inside.add(key);
				}
			}
			operations.add(new DropTable(table.withForeignKeys(inside)));
		}
		return operations;
	}

	private static SortedSet<QualifiedName> names(Collection<Table> tables) {
		SortedSet<QualifiedName> names = new TreeSet<>();
		tables.forEach((table) -> names.add(table.name()));
		return names;
	}

	/**
	 * Return a new table with names for what nobody named.
	 */
	private Table named(Table table) {
		PrimaryKey primaryKey = null;
		List<UniqueConstraint> uniques = new ArrayList<>();
		List<ForeignKey> foreignKeys = new ArrayList<>();
		List<Check> checks = new ArrayList<>();
		List<Exclusion> exclusions = new ArrayList<>();
		for (TableConstraint constraint : TableConstraint.of(table)) {
			TableConstraint named = this.names.named(table, constraint);
			if (named instanceof TableConstraint.Primary primary) {
				primaryKey = primary.key();
			}
			else if (named instanceof TableConstraint.Unique unique) {
				uniques.add(unique.unique());
			}
			else if (named instanceof TableConstraint.Foreign foreign) {
				foreignKeys.add(foreign.key());
			}
			else if (named instanceof TableConstraint.Checked checked) {
				checks.add(checked.check());
			}
			else if (named instanceof TableConstraint.Excluded excluded) {
				exclusions.add(excluded.exclusion());
			}
		}
		List<Index> indexes = table.indexes().stream().map((index) -> this.names.named(table, index)).toList();
		return table.withPrimaryKey(primaryKey)
			.withUniqueConstraints(uniques)
			.withForeignKeys(foreignKeys)
			.withChecks(checks)
			.withExclusions(exclusions)
			.withIndexes(indexes);
	}

}
