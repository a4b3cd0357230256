package dev.migrate.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.ChangeNullability;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lets the values of columns go along that go while their attribute gets a column of
 * another table, where one foreign key tells which row gets which. Asks where values
 * would be lost: the attribute stays, and nobody said that they may be.
 */
final class MovedColumns {

	private final ComparisonRules rules;

	private final Findings findings;

	private final Schema actual;

	private final Map<String, ColumnName> newByPath = new HashMap<>();

	MovedColumns(ComparisonRules rules, Findings findings, Schema actual) {
		this.rules = rules;
		this.actual = actual;
		this.findings = findings;
		for (MappedName name : rules.desiredMapping().names()) {
			if (name.kind() == MappedName.Kind.COLUMN
					&& !rules.actualMapping().columnPaths(name.owner(), name.member()).contains(name.path())) {
				this.newByPath.putIfAbsent(name.path(), new ColumnName(name.owner(), name.member()));
			}
		}
	}

	/**
	 * Return the operations with the copies that are sure, and ask about what is lost.
	 */
	List<Operation> copy(List<Operation> operations) {
		if (this.newByPath.isEmpty()) {
			return operations;
		}
		List<Operation> found = new ArrayList<>(operations);
		for (Operation operation : operations) {
			if (operation instanceof DropColumn drop) {
				drop(drop, found);
			}
			else if (operation instanceof DropTable drop) {
				drop(drop, found);
			}
		}
		return found;
	}

	private void drop(DropColumn drop, List<Operation> found) {
		ColumnName target = target(drop.table(), drop.column());
		if (target == null) {
			return;
		}
		FillValue.Moved copied = copy(drop.table(), drop.column(), target, found);
		if (copied != null) {
			found.set(found.indexOf(drop),
					new DropColumn(drop.table(), drop.column(), new FillValue.Moved(target.table(), target.column(),
							copied.ownKey(), copied.key(), copied.complete())));
		}
		if (copied == null || !copied.complete()) {
			ask(this.findings.typed(new ColumnName(drop.table(), drop.column().name())), target, copied != null);
		}
	}

	/** What else the table holds goes with it, so it is asked about in any case. */
	private void drop(DropTable drop, List<Operation> found) {
		Table table = drop.table();
		ColumnName first = null;
		boolean copied = true;
		MovedTable moved = new MovedTable(this.rules.actualMapping(), this.actual, table);
		for (Column column : table.columns()) {
			ColumnName target = target(table.name(), column);
			if (target != null) {
				first = (first != null) ? first : target;
				FillValue.Moved value = copy(table.name(), column, target, found);
				copied &= value != null;
				if (value != null) {
					moved.add(value, target);
				}
			}
		}
		if (first != null) {
			ask(this.findings.typed(table.name()), first, copied);
		}
		if (copied) {
			found.set(found.indexOf(drop), new DropTable(table, moved.rows(found)));
		}
	}

	private void ask(String subject, ColumnName target, boolean copied) {
		boolean asked = this.findings.questions().stream().anyMatch((question) -> question.subject().equals(subject));
		if (!asked && !this.findings.isDropped(subject)) {
			this.findings.ask(new Question.Move(subject, this.findings.typed(target), copied));
		}
	}

	/**
	 * Let the new column begin with the values of the old, and return how; null if that
	 * can't be known.
	 */
	private FillValue.@Nullable Moved copy(QualifiedName table, Column column, ColumnName target,
			List<Operation> found) {
		FillValue.Moved moved = moved(table, column, target.table());
		for (int index = 0; moved != null && index < found.size(); index++) {
			if (found.get(index) instanceof AddColumn add && add.table().equals(target.table())
					&& add.column().name().equals(target.column())) {
				return takes(add, column, moved, found) ? moved : null;
			}
		}
		return null;
	}

	/**
	 * Let a new column take the values, if it can. One that refuses NULL does so only
	 * when every row has something: a row that belongs to none of the other table gets
	 * what was answered.
	 */
	private boolean takes(AddColumn add, Column column, FillValue.Moved moved, List<Operation> found) {
		Column wanted = add.column();
		if (wanted.identity() != null || wanted.generated() != null || !isAssignable(column, wanted)) {
			return false;
		}
		int index = found.indexOf(add);
		if (wanted.nullable()) {
			if (add.fill() == null) {
				found.set(index, new AddColumn(add.table(), wanted, moved));
			}
			return add.fill() == null;
		}
		boolean everyRowHasOne = !moved.complete() && !column.nullable();
		FillValue rest = (add.fill() != null || wanted.defaultExpression() == null) ? add.fill()
				: new FillValue.Expression(wanted.defaultExpression());
		if (everyRowHasOne) {
			this.findings.withdraw(this.findings.typed(new ColumnName(add.table(), wanted.name())));
		}
		Column open = wanted.withNullable(true);
		found.set(index, new AddColumn(add.table(), open, moved));
		found.add(new ChangeNullability(add.table(), open, wanted, everyRowHasOne ? null : rest));
		return true;
	}

	/** Whether the server takes a value of one column for the other, and back. */
	private static boolean isAssignable(Column one, Column other) {
		return one.type().equals(other.type()) || (one.type().isText() && other.type().isText())
				|| (one.type().isWholeNumber() && other.type().isWholeNumber());
	}

	private FillValue.@Nullable Moved moved(QualifiedName from, Column column, QualifiedName to) {
		Table source = this.actual.table(from).orElse(null);
		Table target = this.actual.table(to).orElse(null);
		if (source == null || target == null) {
			return null;
		}
		List<ForeignKey> there = keys(source, to);
		List<ForeignKey> back = keys(target, from);
		if (there.size() + back.size() != 1) {
			return null;
		}
		boolean up = back.isEmpty();
		ForeignKey key = up ? there.get(0) : back.get(0);
		if (!isOwnKey(up ? source : target, key.columns())) {
			return null;
		}
		return up ? new FillValue.Moved(from, column.name(), key.columns(), key.targetColumns(), true)
				: new FillValue.Moved(from, column.name(), key.targetColumns(), key.columns(), false);
	}

	private static List<ForeignKey> keys(Table table, QualifiedName target) {
		return table.foreignKeys().stream().filter((key) -> key.target().equals(target)).toList();
	}

	/** Whether columns lead to one row each, and every row has them. */
	private static boolean isOwnKey(Table table, List<String> columns) {
		Set<String> wanted = Set.copyOf(columns);
		boolean primary = table.primaryKey() != null && Set.copyOf(table.primaryKey().columns()).equals(wanted);
		boolean unique = table.uniqueConstraints()
			.stream()
			.anyMatch((constraint) -> Set.copyOf(constraint.columns()).equals(wanted));
		return primary || (unique && columns.stream()
			.allMatch((name) -> table.column(name).filter((part) -> !part.nullable()).isPresent()));
	}

	private @Nullable ColumnName target(QualifiedName table, Column column) {
		SortedSet<String> paths = this.rules.actualMapping().columnPaths(table, column.name());
		for (String path : paths) {
			ColumnName target = this.newByPath.get(path);
			if (target != null && !target.table().equals(table)) {
				return target;
			}
		}
		List<ColumnName> related = this.newByPath.entrySet()
			.stream()
			.filter((entry) -> paths.stream().anyMatch((path) -> isSameAttribute(path, entry.getKey())))
			.map(Map.Entry::getValue)
			.filter((target) -> !target.table().equals(table) && isOneRow(table, target.table()))
			.toList();
		return (related.size() == 1) ? related.get(0) : null;
	}

	private static boolean isSameAttribute(String path, String other) {
		int dot = path.indexOf('.');
		return dot > 0 && other.endsWith(path.substring(dot))
				&& other.indexOf('.') == other.length() - path.length() + dot;
	}

	/**
	 * Whether two tables share their keys, as those of a class and its subclass do: what
	 * has the same name in both classes is the same then.
	 */
	private boolean isOneRow(QualifiedName one, QualifiedName other) {
		return isKeyOf(one, other) || isKeyOf(other, one);
	}

	private boolean isKeyOf(QualifiedName table, QualifiedName target) {
		return this.actual.table(table)
			.filter((from) -> from.primaryKey() != null && keys(from, target).stream()
				.anyMatch((key) -> Set.copyOf(key.columns()).equals(Set.copyOf(from.primaryKey().columns()))))
			.isPresent();
	}

}
