package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Policy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/**
 * Adds what other operations demand: what hangs on a column or table that goes goes
 * before it, and what would stand in the way of a change is dropped and made again.
 */
final class DependentObjects {

	private final Schema working;

	private final List<Operation> operations;

	private final Set<Operation> present;

	private final SortedMap<QualifiedName, SortedSet<String>> droppedColumns = new TreeMap<>();

	private final SortedMap<QualifiedName, SortedSet<String>> changedColumns = new TreeMap<>();

	private final SortedMap<QualifiedName, SortedSet<String>> remadeColumns = new TreeMap<>();

	private final SortedMap<QualifiedName, SortedSet<String>> rekeyedColumns = new TreeMap<>();

	private final SortedMap<QualifiedName, Set<Set<String>>> droppedKeys = new TreeMap<>();

	private final SortedSet<QualifiedName> droppedTables = new TreeSet<>();

	DependentObjects(Schema working, Collection<Operation> found) {
		this.working = working;
		this.operations = new ArrayList<>(found);
		this.present = new HashSet<>(found);
		for (Operation operation : found) {
			note(operation);
		}
	}

	private void note(Operation operation) {
		if (operation instanceof DropColumn dropped) {
			add(this.droppedColumns, dropped.table(), dropped.column().name());
		}
		else if (operation instanceof ChangeColumnType changed) {
			add(this.changedColumns, changed.table(), changed.after().name());
			if (!isSameFamily(changed.before(), changed.after())) {
				add(this.rekeyedColumns, changed.table(), changed.after().name());
			}
		}
		else if (operation instanceof ChangeGenerated changed && changed.after().generated() != null) {
			add(this.remadeColumns, changed.table(), changed.after().name());
		}
		else if (operation instanceof DropTable dropped) {
			this.droppedTables.add(dropped.table().name());
		}
		else if (operation instanceof DropConstraint dropped) {
			noteKey(dropped.table(), dropped.constraint());
		}
		else if (operation instanceof DropIndex dropped && dropped.index().unique()) {
			this.droppedKeys.computeIfAbsent(dropped.table(), (unused) -> new HashSet<>())
				.add(columns(dropped.index()));
		}
	}

	private void noteKey(QualifiedName table, TableConstraint constraint) {
		if (constraint.kind() == TableConstraint.Kind.PRIMARY_KEY || constraint.kind() == TableConstraint.Kind.UNIQUE) {
			this.droppedKeys.computeIfAbsent(table, (unused) -> new HashSet<>())
				.add(new TreeSet<>(constraint.columns()));
		}
	}

	private static Set<String> columns(Index index) {
		Set<String> columns = new TreeSet<>();
		index.elements().forEach((element) -> columns.add(String.valueOf(element.column())));
		return columns;
	}

	private static void add(SortedMap<QualifiedName, SortedSet<String>> columns, QualifiedName table, String column) {
		columns.computeIfAbsent(table, (unused) -> new TreeSet<>()).add(column);
	}

	private static Set<String> columns(SortedMap<QualifiedName, SortedSet<String>> columns, QualifiedName table) {
		Set<String> found = columns.get(table);
		return (found != null) ? found : Set.of();
	}

	private static boolean isSameFamily(Column before, Column after) {
		Set<String> integers = Set.of("smallint", "integer", "bigint", "SMALLINT", "INTEGER", "BIGINT");
		String from = before.type().sql();
		String to = after.type().sql();
		return (integers.contains(from) && integers.contains(to))
				|| from.replaceAll("\\(.*?\\)", "").equals(to.replaceAll("\\(.*?\\)", ""));
	}

	List<Operation> complete() {
		if (this.operations.isEmpty()) {
			return this.operations;
		}
		for (Table table : this.working.tables()) {
			if (!this.droppedTables.contains(table.name())) {
				inside(table);
			}
		}
		programs();
		return this.operations;
	}

	private void inside(Table table) {
		for (String column : columns(this.droppedColumns, table.name())) {
			for (Index index : ColumnUse.indexes(table, column)) {
				addOnce(new DropIndex(table.name(), index));
			}
			for (TableConstraint constraint : ColumnUse.constraints(table, column)) {
				addOnce(new DropConstraint(table.name(), constraint));
			}
		}
		for (String column : columns(this.remadeColumns, table.name())) {
			for (Index index : ColumnUse.indexes(table, column)) {
				if (addOnce(new DropIndex(table.name(), index))) {
					addOnce(new CreateIndex(table.name(), index));
				}
			}
			for (TableConstraint constraint : ColumnUse.constraints(table, column)) {
				if (addOnce(new DropConstraint(table.name(), constraint))) {
					addOnce(new AddConstraint(table.name(), constraint));
				}
			}
		}
		for (ForeignKey key : table.foreignKeys()) {
			Operation drop = new DropConstraint(table.name(), new TableConstraint.Foreign(key));
			if (!this.present.contains(drop)) {
				foreignKey(table, key, drop);
			}
		}
	}

	private void foreignKey(Table table, ForeignKey key, Operation drop) {
		Set<String> targetDropped = columns(this.droppedColumns, key.target());
		if (this.droppedTables.contains(key.target())
				|| key.targetColumns().stream().anyMatch(targetDropped::contains)) {
			addOnce(drop);
			return;
		}
		Set<String> own = columns(this.rekeyedColumns, table.name());
		Set<String> target = columns(this.rekeyedColumns, key.target());
		boolean rekeyed = key.columns().stream().anyMatch(own::contains)
				|| key.targetColumns().stream().anyMatch(target::contains);
		boolean keyGone = hasDroppedKey(key.target(), new TreeSet<>(key.targetColumns()));
		if (rekeyed || keyGone) {
			addOnce(drop);
			addOnce(new AddConstraint(table.name(), new TableConstraint.Foreign(key)));
		}
	}

	private boolean hasDroppedKey(QualifiedName table, Set<String> columns) {
		Set<Set<String>> keys = this.droppedKeys.get(table);
		return keys != null && keys.contains(columns);
	}

	private boolean addOnce(Operation operation) {
		return this.present.add(operation) && this.operations.add(operation);
	}

	/**
	 * A view, trigger or policy that speaks of a column forbids to change its type.
	 */
	private void programs() {
		Set<QualifiedName> remade = new HashSet<>();
		boolean more = true;
		while (more) {
			more = false;
			for (View view : this.working.views()) {
				if (!remade.contains(view.name()) && !isGone(view)
						&& (readsChanged(view) || view.uses().stream().anyMatch(remade::contains))) {
					remade.add(view.name());
					remake(view);
					more = true;
				}
			}
		}
		for (SchemaObject object : this.working.objects().values()) {
			if (object instanceof Trigger trigger && !isGone(trigger)) {
				if (remade.contains(trigger.relation()) || speaksOfChanged(trigger.definition(), trigger.relation())) {
					remake(trigger);
				}
			}
			else if (object instanceof Policy policy && !isGone(policy)
					&& speaksOfChanged(policy.definition(), policy.table())) {
				remake(policy);
			}
		}
	}

	private boolean isGone(SchemaObject object) {
		return this.present.contains(new DropObject(object));
	}

	private boolean readsChanged(View view) {
		return view.uses().stream().anyMatch((table) -> speaksOfChanged(view.definition(), table));
	}

	private boolean speaksOfChanged(String definition, QualifiedName table) {
		return columns(this.changedColumns, table).stream().anyMatch((column) -> ColumnUse.speaks(definition, column));
	}

	private void remake(SchemaObject object) {
		addOnce(new DropObject(object));
		addOnce(new CreateObject(object));
	}

}
