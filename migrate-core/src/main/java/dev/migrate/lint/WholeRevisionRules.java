package dev.migrate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrate.ddl.ColumnDefinition;
import dev.migrate.ddl.ConstraintDefinition;
import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * What only the schema at the end of a revision tells: which indexes and constraints are
 * there then.
 */
final class WholeRevisionRules implements StatementRules, ActionRules {

	private final NullProof nullProof = new NullProof();

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.CreateTable create) {
			create.constraints().forEach((constraint) -> constraint(scene, create.name(), constraint));
			create.columns()
				.stream()
				.map(ColumnDefinition::constraints)
				.flatMap(List::stream)
				.forEach((constraint) -> constraint(scene, create.name(), constraint));
		}
	}

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (action instanceof TableAction.AddConstraint add) {
			constraint(scene, table, add.constraint());
		}
		else if (action instanceof TableAction.AddColumn add) {
			add.column().constraints().forEach((constraint) -> constraint(scene, table, constraint));
		}
		else if (action instanceof TableAction.DropConstraint drop && !scene.isNew(table)) {
			dropped(scene, table, drop.constraint());
		}
		else if (action instanceof TableAction.DropColumn drop && !scene.isNew(table, drop.column())) {
			replaced(scene, table, drop.column());
		}
	}

	private static void constraint(Scene scene, Name table, ConstraintDefinition constraint) {
		Optional<Table> end = scene.end(table);
		if (constraint.kind() != ConstraintDefinition.Kind.FOREIGN_KEY || end.isEmpty()) {
			return;
		}
		List<String> columns = constraint.columns().stream().map(Name::own).toList();
		String name = "Foreign key (" + SafeForm.list(constraint.columns()) + ") of table " + table;
		if (!isIndexed(end.get(), columns)) {
			scene.report(LintRule.P18, name + " has no index: whoever deletes from " + constraint
				.target() + " reads all of " + table + ".", "CREATE INDEX ON " + table.text() + " ("
						+ SafeForm.list(constraint.columns()) + ");"
						+ (scene.isNew(table) ? "" : "\nOn a table in use CONCURRENTLY, in a revision of its own."));
		}
		types(scene, end.get(), columns, name);
	}

	private static boolean isIndexed(Table table, List<String> columns) {
		List<List<String>> indexes = new ArrayList<>();
		table.indexes().stream().filter(Index::valid).map(WholeRevisionRules::leading).forEach(indexes::add);
		table.uniqueConstraints().forEach((unique) -> indexes.add(unique.columns()));
		if (table.primaryKey() != null) {
			indexes.add(table.primaryKey().columns());
		}
		return indexes.stream()
			.anyMatch(
					(index) -> index.size() >= columns.size() && index.subList(0, columns.size()).containsAll(columns));
	}

	private static List<String> leading(Index index) {
		List<String> columns = new ArrayList<>();
		if (index.predicate() != null && !index.predicate().contains(" IS NOT NULL")) {
			return columns;
		}
		for (IndexElement element : index.elements()) {
			if (element.column() == null) {
				return columns;
			}
			columns.add(element.column());
		}
		return columns;
	}

	private static void types(Scene scene, Table end, List<String> columns, String name) {
		Schema schema = scene.revision().end();
		Optional<ForeignKey> key = end.foreignKeys()
			.stream()
			.filter((found) -> found.columns().equals(columns))
			.findFirst();
		if (schema == null || key.isEmpty()) {
			return;
		}
		Optional<Table> target = schema.table(key.get().target());
		for (int i = 0; i < columns.size() && target.isPresent(); i++) {
			Column own = end.column(columns.get(i)).orElse(null);
			Column other = target.get().column(key.get().targetColumns().get(i)).orElse(null);
			if (own != null && other != null && !own.type().equals(other.type())) {
				scene.report(LintRule.P19,
						name + " is of type " + own.type() + " and refers to " + key.get().target().name() + "."
								+ other.name() + ", which is " + other.type()
								+ ": an index may be of no use, and a value may not fit.",
						"Give both the same type: " + own.name() + " " + other.type());
			}
		}
	}

	private void dropped(Scene scene, Name table, Name constraint) {
		Table before = scene.before(table).orElse(null);
		Table end = scene.end(table).orElse(null);
		if (before == null || end == null || protects(end, constraint.own())) {
			return;
		}
		List<String> columns = new ArrayList<>();
		String kind = kind(before, constraint.own(), columns);
		boolean gone = !columns.isEmpty() && columns.stream().anyMatch((column) -> end.column(column).isEmpty());
		if (!kind.isEmpty() && !gone && !isScaffolding(before, end, constraint.own())
				&& !replaced(end, kind, columns)) {
			scene.report(LintRule.C11,
					kind + " " + constraint + " of table " + table
							+ " is dropped: nothing keeps the rows right any more, and nothing of the kind is added.",
					"If that is meant, say why: `-- migrate:allow C11 reason`.");
		}
	}

	/** Whether it is a check that SET NOT NULL has made needless. */
	private boolean isScaffolding(Table before, Table end, String constraint) {
		return before.checks()
			.stream()
			.filter((check) -> check.name().equals(constraint))
			.anyMatch((check) -> end.columns()
				.stream()
				.anyMatch((column) -> !column.nullable() && this.nullProof.isOf(check.expression(), column.name())));
	}

	private static boolean protects(Table table, String constraint) {
		return !kind(table, constraint, new ArrayList<>()).isEmpty();
	}

	private static boolean replaced(Table end, String kind, List<String> columns) {
		return switch (kind) {
			case "Foreign key" -> end.foreignKeys().stream().anyMatch((key) -> key.columns().equals(columns));
			case "Unique constraint" ->
				end.uniqueConstraints().stream().anyMatch((unique) -> unique.columns().equals(columns))
						|| end.indexes().stream().anyMatch((index) -> index.unique() && leading(index).equals(columns));
			case "Primary key" -> end.primaryKey() != null;
			default -> false;
		};
	}

	private static String kind(Table table, String constraint, List<String> columns) {
		if (table.primaryKey() != null && table.primaryKey().name().equals(constraint)) {
			columns.addAll(table.primaryKey().columns());
			return "Primary key";
		}
		for (ForeignKey key : table.foreignKeys()) {
			if (key.name().equals(constraint)) {
				columns.addAll(key.columns());
				return "Foreign key";
			}
		}
		if (table.checks().stream().anyMatch((check) -> check.name().equals(constraint))) {
			return "Check";
		}
		return table.uniqueConstraints()
			.stream()
			.filter((unique) -> unique.name().equals(constraint))
			.findFirst()
			.map((unique) -> {
				columns.addAll(unique.columns());
				return "Unique constraint";
			})
			.orElse("");
	}

	/** A column goes and one like it comes, and nothing carries the values over. */
	private static void replaced(Scene scene, Name table, Name column) {
		Column before = scene.before(table, column).orElse(null);
		Table end = scene.end(table).orElse(null);
		if (before == null || end == null) {
			return;
		}
		List<String> added = new ArrayList<>();
		int dropped = 0;
		for (Ddl ddl : scene.progress().all()) {
			if (ddl instanceof Ddl.ChangeRows change && change.verb().equals("UPDATE")
					&& scene.qualified(change.table()).equals(scene.qualified(table))) {
				return;
			}
			if (ddl instanceof Ddl.AlterTable alter && scene.qualified(alter.table()).equals(scene.qualified(table))) {
				for (Ddl.Clause clause : alter.clauses()) {
					dropped += (clause.action() instanceof TableAction.DropColumn) ? 1 : 0;
					if (clause.action() instanceof TableAction.AddColumn add && isLike(end, add.column(), before)) {
						added.add(add.column().name().text());
					}
				}
			}
		}
		if (dropped == 1 && added.size() == 1) {
			boolean same = end.column(before.name()).isPresent();
			scene.report(LintRule.D07,
					"Column " + table + "." + column + " is dropped and " + added.get(0)
							+ ", of the same type, is added: if that is one and the same thing, its values are lost.",
					same ? "Change the column instead of making it anew." : "Rename it:\n" + SafeForm.alter(table)
							+ "RENAME COLUMN " + column.text() + " TO " + added.get(0) + ";");
		}
	}

	private static boolean isLike(Table end, ColumnDefinition added, Column before) {
		return end.column(added.name().own()).map((column) -> column.type().equals(before.type())).orElse(false);
	}

}
