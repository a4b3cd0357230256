package dev.migrate.lint;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;

/**
 * What takes rows and values away.
 */
final class DataLossRules implements StatementRules, ActionRules {

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.Drop drop) {
			drop.names().forEach((name) -> drop(scene, drop.kind(), name));
		}
		else if (ddl instanceof Ddl.Truncate truncate) {
			truncate.tables()
				.stream()
				.filter((table) -> !scene.isNew(table))
				.forEach((table) -> truncate(scene, table));
		}
		else if (ddl instanceof Ddl.ChangeRows change && change.everyRow() && !scene.isNew(change.table())) {
			scene.report(LintRule.D12,
					change.verb() + " of table " + change.table()
							+ " has no WHERE: every row is changed in one transaction, which locks them all and can't"
							+ " be undone by a downgrade.",
					"Say which rows: " + change.verb() + " … WHERE …; many rows are better changed in batches, outside"
							+ " of the revision that changes the schema.");
		}
	}

	private void drop(Scene scene, Ddl.Kind kind, Name name) {
		if (kind == Ddl.Kind.TABLE && !scene.isNew(name)) {
			scene.report(LintRule.D01,
					"Table " + name + " is dropped: its rows are lost, and instances that still use it fail.",
					"First deploy code that does not use " + name + ". Until you are sure, keep the rows:\n"
							+ SafeForm.alter(name) + "RENAME TO " + SafeForm.suffixed(name, "_old") + ";");
		}
		if (kind == Ddl.Kind.SEQUENCE && !scene.isNew(kind, name)) {
			scene.report(LintRule.D09,
					"Sequence " + name
							+ " is dropped: where it stood is lost, and one made anew gives the same numbers again.",
					"Keep it until nothing uses its numbers.");
		}
		if ((kind == Ddl.Kind.SCHEMA || kind == Ddl.Kind.DATABASE) && !scene.isNew(kind, name)) {
			scene.report(LintRule.D03,
					"The " + kind.word() + " " + name + " is dropped, and all that is in it is lost.",
					"Drop what is no longer needed table by table, in revisions of their own.");
		}
	}

	private void truncate(Scene scene, Name table) {
		scene.report(LintRule.D04,
				"Table " + table + " is emptied: its rows are lost, and nobody can read it until the transaction ends.",
				"Delete the rows that have to go:\nDELETE FROM " + table.text() + " WHERE …;");
	}

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (action instanceof TableAction.DropIdentity drop && !scene.isNew(table, drop.column())) {
			scene.report(LintRule.D09, "Column " + table + "." + drop.column()
					+ " is no identity any more: where its numbers stood is lost, and inserts without a value fail.",
					"First deploy code that gives the column a value.");
		}
		if (action instanceof TableAction.DropColumn drop && !scene.isNew(table, drop.column())) {
			scene.report(LintRule.D02,
					"Column " + table + "." + drop.column()
							+ " is dropped: its values are lost, and instances that still read or write it fail.",
					"First deploy code that does not use the column; if it refuses NULL, let it accept NULL meanwhile:\n"
							+ "ALTER TABLE " + table.text() + " ALTER COLUMN " + drop.column().text()
							+ " DROP NOT NULL;\nDrop it in a later revision.");
		}
	}

}
