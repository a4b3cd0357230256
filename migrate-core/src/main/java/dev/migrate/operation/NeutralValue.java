package dev.migrate.operation;

import java.util.Locale;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * What rows get in a column that comes back without what it held: without it, a column
 * that refuses NULL could never come back to a table with rows.
 */
final class NeutralValue {

	private NeutralValue() {
	}

	/**
	 * Return an SQL literal, or null if the column needs none or none suggests itself.
	 */
	static @Nullable String of(Column column) {
		if (column.nullable() || column.defaultExpression() != null || column.identity() != null
				|| column.generated() != null || column.type().definedBy() != null) {
			return null;
		}
		String type = column.type().sql().toLowerCase(Locale.ROOT);
		if (type.endsWith("]") || type.contains("array") || type.startsWith("enum")) {
			return null;
		}
		String word = type.replaceFirst("[ (].*", "");
		return switch (word) {
			case "smallint", "integer", "int", "bigint", "tinyint", "numeric", "decimal", "real", "double", "float",
					"decfloat" ->
				"0";
			case "character", "char", "varchar", "text", "varchar_ignorecase" -> type.contains("object") ? null : "''";
			case "boolean" -> "false";
			case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
			case "date" -> "DATE '1970-01-01'";
			case "time" -> "TIME '00:00:00'";
			case "timestamp" -> "TIMESTAMP '1970-01-01 00:00:00'";
			case "bytea" -> "''";
			default -> null;
		};
	}

}
