package dev.migrate.lint;

import java.util.List;

import dev.migrate.ddl.ColumnDefinition;
import dev.migrate.ddl.ConstraintDefinition;
import dev.migrate.ddl.ConstraintDefinition.Kind;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * How constraints come to tables that are in use.
 */
final class ConstraintRules implements ActionRules {

	private final NullProof nullProof = new NullProof();

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (scene.isNew(table)) {
			return;
		}
		if (action instanceof TableAction.AddConstraint add) {
			added(scene, table, add.constraint());
		}
		else if (action instanceof TableAction.AddColumn add) {
			add.column().constraints().forEach((constraint) -> addedWith(scene, table, add.column(), constraint));
		}
		else if (action instanceof TableAction.SetNotNull set) {
			forbidsNull(scene, table, set.column());
		}
		else if (action instanceof TableAction.ValidateConstraint validate && scene.revision().transactional()
				&& scene.progress().unproven(scene.qualified(table), validate.constraint().own())) {
			scene.report(LintRule.P14, "Constraint " + validate.constraint() + " of table " + table
					+ " is validated in the transaction that added it: the lock of adding it is kept through the scan,"
					+ " and NOT VALID gains nothing.",
					"In the next revision:\n" + SafeForm.alter(table) + "VALIDATE CONSTRAINT "
							+ validate.constraint().text() + ";");
		}
	}

	// The server knows that nothing refers yet where the new column is NULL everywhere.
	private void addedWith(Scene scene, Name table, ColumnDefinition column, ConstraintDefinition constraint) {
		boolean filled = column.defaultText() != null || column.source() != ColumnDefinition.Source.WRITTEN;
		if (constraint.kind() != Kind.FOREIGN_KEY || filled) {
			added(scene, table, constraint);
		}
		else {
			cascades(scene, table, constraint);
		}
	}

	private void added(Scene scene, Name table, ConstraintDefinition constraint) {
		switch (constraint.kind()) {
			case UNIQUE -> built(scene, table, constraint, LintRule.P08, "unique constraint");
			case PRIMARY_KEY -> primaryKey(scene, table, constraint);
			case EXCLUDE -> scene.report(LintRule.P11, named("Exclusion constraint", table, constraint)
					+ " builds its index while nobody can read or write the table, and can't be added otherwise.",
					"Make a new table that has it, copy the rows, and change over.");
			case FOREIGN_KEY -> foreignKey(scene, table, constraint);
			case CHECK -> {
				if (constraint.proven()) {
					scene.report(LintRule.P13,
							named("Check", table, constraint)
									+ " looks at every row while nobody can read or write the table.",
							SafeForm.notValid(table, constraint));
				}
			}
			case NOT_NULL -> {
				if (constraint.proven()) {
					forbidsNull(scene, table, constraint.columns().get(0));
				}
			}
		}
	}

	private void primaryKey(Scene scene, Name table, ConstraintDefinition constraint) {
		Name index = constraint.index();
		if (index == null) {
			built(scene, table, constraint, LintRule.P09, "primary key");
			return;
		}
		QualifiedName name = scene.qualified(table);
		List<String> nullable = scene.before(table)
			.map((found) -> nullableColumns(found, index.own()))
			.orElse(List.of())
			.stream()
			.filter((column) -> !scene.progress().memory().proves(name, column))
			.toList();
		if (!nullable.isEmpty()) {
			scene.report(LintRule.P10,
					named("Primary key", table, constraint) + " is made of columns that accept NULL, "
							+ String.join(", ", nullable)
							+ ": every row is looked at while nobody can read or write the table.",
					"Forbid NULL first:\n" + SafeForm.notNull(table,
							new Name(List.of(nullable.get(0)), nullable.get(0)), scene.surroundings()));
		}
	}

	private List<String> nullableColumns(Table table, String index) {
		return table.indexes()
			.stream()
			.filter((candidate) -> candidate.name().equals(index))
			.map(Index::elements)
			.flatMap(List::stream)
			.map(IndexElement::column)
			.flatMap((column) -> table.columns().stream().filter((found) -> found.name().equals(column)))
			.filter(Column::nullable)
			.map(Column::name)
			.filter((column) -> !this.nullProof.proves(table, column))
			.toList();
	}

	private static void built(Scene scene, Name table, ConstraintDefinition constraint, LintRule rule, String kind) {
		if (constraint.index() == null) {
			scene.report(rule,
					named(Character.toUpperCase(kind.charAt(0)) + kind.substring(1), table, constraint)
							+ " builds its index while nobody can read or write the table.",
					SafeForm.usingIndex(table, constraint));
		}
	}

	private static void foreignKey(Scene scene, Name table, ConstraintDefinition constraint) {
		if (constraint.proven()) {
			scene.report(LintRule.P12, named("Foreign key", table, constraint)
					+ " looks at every row while nobody can write to " + table + " or " + constraint.target() + ".",
					SafeForm.notValid(table, constraint));
		}
		if (scene.revision().transactional() && scene.progress().referred() && scene.progress().first(LintRule.P16)) {
			scene.report(LintRule.P16,
					named("Foreign key", table, constraint)
							+ " is not the first of this transaction: all of their tables are locked at once, and"
							+ " others who take them in another order deadlock.",
					"Write one revision for each foreign key.");
		}
		cascades(scene, table, constraint);
	}

	private static void cascades(Scene scene, Name table, ConstraintDefinition constraint) {
		if (constraint.cascades()) {
			scene.report(LintRule.D13, named("Foreign key", table, constraint)
					+ " deletes rows with those they refer to: one DELETE may take many rows of many tables with it.",
					"Leave out ON DELETE CASCADE, and delete the rows in the application.");
		}
	}

	private void forbidsNull(Scene scene, Name table, Name column) {
		boolean known = scene.before(table, column).map((found) -> !found.nullable()).orElse(false);
		boolean proven = scene.before(table).map((found) -> this.nullProof.proves(found, column.own())).orElse(false);
		if (known || proven || scene.progress().memory().proves(scene.qualified(table), column.own())) {
			return;
		}
		scene.report(LintRule.P15,
				"Column " + table + "." + column
						+ " is set NOT NULL: every row is looked at while nobody can read or write the table.",
				SafeForm.notNull(table, column, scene.surroundings()));
		scene.report(LintRule.C08,
				"Column " + table + "." + column
						+ " is set NOT NULL: instances that still write NULL, or don't know the column, fail.",
				"First deploy code that always writes it, or give it a default:\n" + SafeForm.alter(table)
						+ "ALTER COLUMN " + column.text() + " SET DEFAULT …;");
	}

	private static String named(String kind, Name table, ConstraintDefinition constraint) {
		String name = (constraint.name() != null) ? " " + constraint.name()
				: constraint.columns().isEmpty() ? "" : " (" + SafeForm.list(constraint.columns()) + ")";
		return kind + name + " of table " + table;
	}

}
