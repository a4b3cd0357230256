package dev.migrate.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.migrate.ddl.ColumnDefinition;
import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;

/**
 * How columns come to tables that are in use.
 */
final class ColumnRules implements StatementRules, ActionRules {

	// Of functions that nobody has watched only these are known to give each row a value
	// of its own.
	private static final Pattern VOLATILE = Pattern.compile(
			"(?i).*\\b(random|clock_timestamp|gen_random_uuid|uuidv4|uuidv7|uuid_generate_v\\w+|timeofday|nextval)\\s*\\(.*",
			Pattern.DOTALL);

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.CreateTable create) {
			create.columns().forEach((column) -> json(scene, create.name(), column.name(), column.type()));
		}
	}

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (action instanceof TableAction.AddColumn add) {
			json(scene, table, add.column().name(), add.column().type());
			if (!scene.isNew(table)) {
				added(scene, table, add.column());
			}
		}
		else if (action instanceof TableAction.ChangeType change) {
			json(scene, table, change.column(), change.type());
		}
	}

	private static void json(Scene scene, Name table, Name column, String type) {
		if (List.of("json", "pg_catalog.json").contains(type.toLowerCase(Locale.ROOT))) {
			scene.report(LintRule.T07,
					"Column " + table + "." + column
							+ " has the type json, which knows no equality: DISTINCT, GROUP BY and UNION fail on it.",
					"Use jsonb: " + column.text() + " JSONB");
		}
	}

	private static void added(Scene scene, Name table, ColumnDefinition column) {
		String name = "Column " + table + "." + column.name();
		String rewrites = ": every row is written anew while nobody can read or write the table.";
		switch (column.source()) {
			case NUMBERED -> scene.report(LintRule.T05, name + " numbers the rows that are there" + rewrites,
					"Add a plain column, let the application or a trigger number new rows from a sequence, number the"
							+ " old ones in batches, and make it an identity when it is full:\n" + SafeForm.alter(table)
							+ "ADD COLUMN " + column.name().text() + " BIGINT;");
			case STORED -> scene.report(LintRule.T06, name + " is computed and stored" + rewrites, (scene.surroundings()
				.version() >= 180_000) ? "Let it be computed when it is read: VIRTUAL instead of STORED."
						: "Add a plain column, let a trigger fill it for new rows, and fill the old ones in batches.");
			case WRITTEN -> valued(scene, table, column, name, rewrites);
			case VIRTUAL -> {
			}
		}
	}

	private static void valued(Scene scene, Name table, ColumnDefinition column, String name, String rewrites) {
		boolean known = column.defaultText() != null
				&& VOLATILE.matcher(TypeRules.LITERAL.matcher(column.defaultText()).replaceAll("''")).matches();
		boolean seen = scene.alone() && scene.rewrites(table);
		if (!known && !seen) {
			return;
		}
		if (column.defaultText() == null) {
			scene.report(LintRule.T03, name + " is of a domain that has to be checked for each row" + rewrites,
					"Use the type behind the domain, and a check that is added NOT VALID.");
			return;
		}
		String plain = SafeForm.alter(table);
		scene.report(LintRule.T03,
				name + " gets a value of its own for each row, by " + column.defaultText() + rewrites,
				plain + "ADD COLUMN " + column.name().text() + " " + column.type() + ";\n" + plain + "ALTER COLUMN "
						+ column.name().text() + " SET DEFAULT " + column.defaultText()
						+ ";\nThen fill the rows that are there in batches.");
	}

}
