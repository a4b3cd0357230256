package dev.migrate.operation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;

/**
 * A value that says nothing: what rows get in a column that comes back without what it
 * held. Without it, a column that refuses NULL could never come back to a table with
 * rows.
 */
public final class NeutralValue {

	private static final Pattern LABEL = Pattern.compile("'(?:[^']|'')*'");

	private NeutralValue() {
	}

	/**
	 * Return an SQL literal for a column that refuses NULL.
	 * @param column the column
	 * @param allowed what its checks leave
	 * @return the literal, or null if the column needs none or none suggests itself
	 */
	public static @Nullable String of(Column column, AllowedValues allowed) {
		if (column.nullable() || column.defaultExpression() != null || column.identity() != null
				|| column.generated() != null || column.type().definedBy() != null) {
			return null;
		}
		return ofType(column.type().sql(), allowed);
	}

	/**
	 * Return an SQL literal of a built-in type.
	 * @param sql the type as the server formats it
	 * @param allowed what checks leave
	 * @return the literal, or null if none suggests itself
	 */
	public static @Nullable String ofType(String sql, AllowedValues allowed) {
		List<String> listed = allowed.listed();
		if (!listed.isEmpty()) {
			return listed.get(0);
		}
		String type = sql.toLowerCase(Locale.ROOT);
		if (type.endsWith("[]")) {
			return "'{}'";
		}
		if (type.contains(" array")) {
			return "ARRAY[]";
		}
		String word = type.replaceFirst("[ (].*", "");
		return switch (word) {
			case "smallint", "integer", "int", "bigint", "tinyint", "numeric", "decimal", "real", "double", "float",
					"decfloat", "oid" ->
				number(allowed);
			case "character", "char", "varchar", "text", "varchar_ignorecase", "bpchar", "citext" ->
				text(allowed.ofLength());
			case "boolean" -> "false";
			case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
			case "date" -> "DATE '1970-01-01'";
			case "time" -> type.contains("with time zone") ? "TIME WITH TIME ZONE '00:00:00+00'" : "TIME '00:00:00'";
			case "timestamp" -> type.contains("with time zone") ? "TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00'"
					: "TIMESTAMP '1970-01-01 00:00:00'";
			case "bytea" -> "''";
			case "binary" -> "X''";
			case "json" -> "'{}'";
			case "jsonb" -> "'{}'";
			case "interval" -> type.equals("interval") || type.startsWith("interval(") ? "INTERVAL '0'" : null;
			case "inet", "cidr" -> "'0.0.0.0'";
			case "enum" -> firstLabel(sql);
			default -> null;
		};
	}

	private static String number(AllowedValues allowed) {
		Long low = allowed.lowest();
		Long high = allowed.highest();
		if (low != null && low > 0) {
			return low.toString();
		}
		return (high != null && high < 0) ? high.toString() : "0";
	}

	private static String text(AllowedValues lengths) {
		Long least = lengths.lowest();
		return "'" + " ".repeat((least != null) ? (int) Math.min(Math.max(least, 0), 1000) : 0) + "'";
	}

	private static @Nullable String firstLabel(String type) {
		Matcher label = LABEL.matcher(type);
		return label.find() ? label.group() : null;
	}

}
