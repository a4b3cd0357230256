package dev.migrate.lint;

import dev.migrate.ddl.ColumnDefinition;
import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;

/**
 * What instances of the application that still run don't survive.
 */
final class CompatibilityRules implements StatementRules, ActionRules {

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.Rename rename && !scene.isNew(rename.kind(), rename.name())) {
			boolean used = rename.kind() == Ddl.Kind.VIEW || rename.kind() == Ddl.Kind.MATERIALIZED_VIEW
					|| rename.kind() == Ddl.Kind.SEQUENCE;
			if (used) {
				scene.report(LintRule.C01,
						"The " + rename.kind().word() + " " + rename.name() + " is renamed to " + rename.to()
								+ ": instances that run use the old name and fail at once.",
						"Make a new one beside it, and drop the old one in a later revision.");
			}
		}
		if (ddl instanceof Ddl.Rename rename && rename.kind() == Ddl.Kind.SCHEMA
				&& !scene.isNew(rename.kind(), rename.name())) {
			scene.report(LintRule.C03,
					"Schema " + rename.name() + " is renamed to " + rename.to()
							+ ": instances that run use the old name and fail at once.",
					"Make the new schema with views on the tables of the old one, and move them in a later revision.");
		}
		else if (ddl instanceof Ddl.RenameEnumValue rename && !scene.isNew(Ddl.Kind.TYPE, rename.type())) {
			scene.report(LintRule.C04,
					"Value " + rename.label() + " of enum type " + rename.type() + " is renamed to " + rename.to()
							+ ": instances that run read and write the old one and fail.",
					"Add the new value, deploy code that reads both, update the rows, and remove the old one later:\n"
							+ "ALTER TYPE " + rename.type().text() + " ADD VALUE " + rename.to() + ";");
		}
	}

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (action instanceof TableAction.RenameTable rename && !scene.isNew(table)) {
			renamed(scene, table, rename.to().text(), scene.progress());
		}
		else if (action instanceof TableAction.MoveTable move && !scene.isNew(table)) {
			renamed(scene, table, move.schema().text() + "." + table.own(), scene.progress());
		}
		else if (action instanceof TableAction.RenameColumn rename && !scene.isNew(table, rename.column())) {
			scene.report(LintRule.C02,
					"Column " + table + "." + rename.column() + " is renamed to " + rename.to()
							+ ": instances that run use the old name and fail at once.",
					"Keep the column's name and say it in the entity: @Column(name = \"" + rename.column().own()
							+ "\"). Or add " + rename.to() + " beside it, write both, fill it, and drop "
							+ rename.column() + " in a later revision.");
		}
		else if (action instanceof TableAction.AddColumn add && !scene.isNew(table)) {
			added(scene, table, add.column());
		}
		else if (action instanceof TableAction.SetDefault set && set.expression() == null && !scene.isNew(table)
				&& scene.progress().valued(scene.qualified(table), set.column().own())) {
			scene.report(LintRule.C07, "Column " + table + "." + set.column()
					+ " loses the default that it was added with: instances that don't know the column insert NULL, or"
					+ " fail.", "Drop the default in a later revision, when no old instance runs.");
		}
	}

	private void renamed(Scene scene, Name table, String to, Progress progress) {
		boolean view = progress.all()
			.stream()
			.anyMatch((ddl) -> ddl instanceof Ddl.Create create && create.kind() == Ddl.Kind.VIEW
					&& scene.qualified(create.name()).equals(scene.qualified(table)));
		if (!view) {
			scene.report(LintRule.C01,
					"Table " + table + " is renamed to " + to
							+ ": instances that run use the old name and fail at once.",
					"Leave a view under the old name, in the same revision, and drop it in a later one:\nCREATE VIEW "
							+ table.text() + " AS SELECT * FROM " + to + ";");
		}
	}

	private void added(Scene scene, Name table, ColumnDefinition column) {
		boolean valued = column.defaultText() != null || column.source() != ColumnDefinition.Source.WRITTEN;
		if (column.notNull() && !valued) {
			String alter = "ALTER TABLE " + table.text();
			scene.report(LintRule.C05, "Column " + table + "." + column.name()
					+ " is added NOT NULL and without a default: it fails if there are rows, and instances that don't"
					+ " know the column can't insert any more.",
					"Give it a default, and drop that when no old instance runs:\n" + alter + " ADD COLUMN "
							+ column.name().text() + " " + column.type()
							+ " DEFAULT … NOT NULL;\nOr let it accept NULL until all instances write it:\n" + alter
							+ " ADD COLUMN " + column.name().text() + " " + column.type() + ";");
		}
	}

}
