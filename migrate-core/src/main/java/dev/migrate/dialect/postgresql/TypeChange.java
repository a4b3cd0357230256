package dev.migrate.dialect.postgresql;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.schema.Column;

/**
 * What a change of type needs besides the new type.
 *
 * @param before the column as it was
 * @param after the column as it will be
 */
record TypeChange(Column before, Column after) {

	private static final List<String> NUMBERS = List.of("smallint", "integer", "bigint", "numeric", "real",
			"double precision");

	private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

	private static final Set<String> TIMES = Set.of("date", "timestamp without time zone", "timestamp with time zone",
			"time without time zone", "time with time zone");

	/**
	 * Return whether the server converts the default by itself to what it should be.
	 */
	boolean carriesDefault() {
		boolean noDefault = this.before.defaultExpression() == null && this.after.defaultExpression() == null;
		return noDefault || ((base(this.before).equals(base(this.after)) || isPlainNumber())
				&& Objects.equals(this.before.defaultExpression(), this.after.defaultExpression()));
	}

	private boolean isPlainNumber() {
		return NUMBERS.contains(base(this.before)) && NUMBERS.contains(base(this.after))
				&& String.valueOf(this.before.defaultExpression()).matches("[0-9]+");
	}

	/**
	 * Return whether no assignment cast leads from one type to the other.
	 */
	boolean needsUsing() {
		String from = base(this.before);
		String to = base(this.after);
		if (from.equals(to) || (NUMBERS.contains(from) && NUMBERS.contains(to))) {
			return false;
		}
		if (to.endsWith("[]") != from.endsWith("[]") || isLarge(from, to) || isLarge(to, from)) {
			return true;
		}
		// An assignment to text is always allowed, arrays of text included.
		return !TEXTS.contains(to.replace("[]", ""))
				&& !(TIMES.contains(from) && TIMES.contains(to) && !from.equals("date"));
	}

	/**
	 * Return the expression that converts a value.
	 */
	String using(String column, String type) {
		String from = base(this.before);
		String to = base(this.after);
		boolean direct = TEXTS.contains(from) || (from.equals("integer") && to.equals("boolean"))
				|| (from.equals("boolean") && to.equals("integer"));
		if (isLarge(from, to)) {
			return TEXTS.contains(to) ? "convert_from(lo_get(" + column + "), 'UTF8')" : "lo_get(" + column + ")";
		}
		if (isLarge(to, from)) {
			return "lo_from_bytea(0, " + (TEXTS.contains(from) ? "convert_to(" + column + ", 'UTF8')" : column) + ")";
		}
		if (to.endsWith("[]") && !from.endsWith("[]")) {
			return "CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + column
					+ (TEXTS.contains(from) ? "]" : "::TEXT]") + unlessText(to.replace("[]", ""), type) + " END";
		}
		if (from.endsWith("[]") && !to.endsWith("[]")) {
			return column + "[1]" + (TEXTS.contains(from.replace("[]", "")) ? "" : "::TEXT") + unlessText(to, type);
		}
		if (from.endsWith("[]")) {
			return column + "::TEXT[]::" + type;
		}
		if (NUMBERS.contains(from) && to.equals("boolean") && !direct) {
			return column + " <> 0";
		}
		if (from.equals("boolean") && NUMBERS.contains(to) && !direct) {
			return column + "::INTEGER::" + type;
		}
		return direct ? column + "::" + type : throughText(column, type);
	}

	/** A cast that is written down cuts text that is too long; the server's own fails. */
	private static String unlessText(String base, String type) {
		return TEXTS.contains(base) ? "" : "::" + type;
	}

	/** A column of large objects has their numbers. */
	private static boolean isLarge(String type, String other) {
		return type.equals("oid") && (TEXTS.contains(other) || other.equals("bytea"));
	}

	private String throughText(String column, String type) {
		boolean related = (TIMES.contains(base(this.before)) && TIMES.contains(base(this.after)))
				|| (isJson(this.before) && isJson(this.after));
		return column + (related ? "::" : "::TEXT::") + type;
	}

	private static boolean isJson(Column column) {
		return column.type().sql().startsWith("json");
	}

	private static String base(Column column) {
		return column.type().sql().replaceAll("\\([0-9, ]*\\)", "");
	}

}
