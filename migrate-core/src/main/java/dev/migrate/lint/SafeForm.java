package dev.migrate.lint;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.ddl.ConstraintDefinition;
import dev.migrate.ddl.Name;
import dev.migrate.sql.DelimitedIdentifier;

/**
 * What to write instead, in the user's own names.
 */
final class SafeForm {

	/** How a revision that can't run in a transaction begins. */
	static final String OUTSIDE = "In a revision of its own, below `-- migrate:upgrade transaction=false`:\n";

	private static final String LATER = "\nIn the next revision:\n";

	private SafeForm() {
	}

	/** Write a constraint first for new rows, then prove it. */
	static String notValid(Name table, ConstraintDefinition constraint) {
		String name = name(table, constraint);
		return alter(table) + "ADD CONSTRAINT " + name + " " + constraint.text() + " NOT VALID;" + LATER + alter(table)
				+ "VALIDATE CONSTRAINT " + name + ";";
	}

	/** Build the index of a constraint while others write. */
	static String usingIndex(Name table, ConstraintDefinition constraint) {
		String name = name(table, constraint);
		String kind = (constraint.kind() == ConstraintDefinition.Kind.UNIQUE) ? "UNIQUE" : "PRIMARY KEY";
		return OUTSIDE + "CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON " + table.text() + " ("
				+ list(constraint.columns()) + ");" + LATER + alter(table) + "ADD CONSTRAINT " + name + " " + kind
				+ " USING INDEX " + name + ";";
	}

	/** Forbid NULL without a scan that stops everybody. */
	static String notNull(Name table, Name column, Surroundings surroundings) {
		String name = made(table, List.of(column), "not_null");
		if (surroundings.version() >= 180_000) {
			return alter(table) + "ADD CONSTRAINT " + name + " NOT NULL " + column.text() + " NOT VALID;" + LATER
					+ alter(table) + "VALIDATE CONSTRAINT " + name + ";";
		}
		return alter(table) + "ADD CONSTRAINT " + name + " CHECK (" + column.text() + " IS NOT NULL) NOT VALID;" + LATER
				+ alter(table) + "VALIDATE CONSTRAINT " + name + ";" + "\nAnd in the one after that:\n" + alter(table)
				+ "ALTER COLUMN " + column.text() + " SET NOT NULL;\n" + alter(table) + "DROP CONSTRAINT " + name + ";";
	}

	/** Move the values of a column to a new one. */
	static String newColumn(Name table, Name column, String type) {
		String other = suffixed(column, "_new");
		return "Add a column beside it, and let the application write both:\n" + alter(table) + "ADD COLUMN " + other
				+ " " + type + ";\nFill it in batches; when nobody reads the old one any more, in a later revision:\n"
				+ alter(table) + "DROP COLUMN " + column.text() + ";\n" + alter(table) + "RENAME COLUMN " + other
				+ " TO " + column.text() + ";";
	}

	static String alter(Name table) {
		return "ALTER TABLE " + table.text() + " ";
	}

	/** Write a name with an ending, quoted where it has to be. */
	static String suffixed(Name name, String ending) {
		return quoted(name.own() + ending);
	}

	private static String name(Name table, ConstraintDefinition constraint) {
		if (constraint.name() != null) {
			return constraint.name().text();
		}
		return switch (constraint.kind()) {
			case PRIMARY_KEY -> made(table, List.of(), "pkey");
			case UNIQUE -> made(table, constraint.columns(), "key");
			case FOREIGN_KEY -> made(table, constraint.columns(), "fkey");
			case CHECK -> made(table, constraint.columns(), "check");
			case EXCLUDE -> made(table, List.of(), "excl");
			case NOT_NULL -> made(table, constraint.columns(), "not_null");
		};
	}

	private static String made(Name table, List<Name> columns, String ending) {
		return quoted(table.own() + columns.stream().map((column) -> "_" + column.own()).collect(Collectors.joining())
				+ "_" + ending);
	}

	private static String quoted(String name) {
		return name.matches("[a-z_][a-z0-9_]*") ? name : DelimitedIdentifier.of(name);
	}

	static String list(List<Name> names) {
		return names.stream().map(Name::text).collect(Collectors.joining(", "));
	}

}
