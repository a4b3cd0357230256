package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column, in the server's own words.
 *
 * @param sql as the server formats it, with length, precision and array brackets:
 * {@code character varying(255)}, {@code numeric(10,2)}, {@code text[]},
 * {@code public.mood}; never normalised by us
 * @param definedBy the type, domain or table that has to exist for it, or null if the
 * type is built in or an extension's
 */
public record ColumnType(String sql, @Nullable QualifiedName definedBy) {

	private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

	/**
	 * Return a built-in type.
	 * @param sql as the server formats it
	 * @return the type
	 */
	public static ColumnType of(String sql) {
		return new ColumnType(sql, null);
	}

	/**
	 * Return whether its values are text.
	 * @return whether they are
	 */
	public boolean isText() {
		String type = this.sql.toLowerCase(Locale.ROOT);
		return !isArray(type) && (type.startsWith("char") || type.startsWith("text") || type.startsWith("varchar"));
	}

	/**
	 * Return whether its values are whole numbers.
	 * @return whether they are
	 */
	public boolean isWholeNumber() {
		return Set.of("tinyint", "smallint", "integer", "bigint").contains(this.sql.toLowerCase(Locale.ROOT));
	}

	/**
	 * Return the values that the type itself lists, as an enum does that has no name.
	 * @return the values in their order; empty if it lists none
	 */
	public List<String> listed() {
		List<String> values = new ArrayList<>();
		if (this.sql.toLowerCase(Locale.ROOT).startsWith("enum(") && this.sql.endsWith(")")) {
			Matcher literal = LITERAL.matcher(this.sql);
			while (literal.find()) {
				values.add(literal.group(1).replace("''", "'"));
			}
		}
		return values;
	}

	private static boolean isArray(String type) {
		return type.endsWith("[]") || type.endsWith(" array");
	}

	@Override
	public String toString() {
		return this.sql;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ColumnType that && this.sql.equals(that.sql)
				&& Objects.equals(this.definedBy, that.definedBy);
	}

	@Override
	public int hashCode() {
		return this.sql.hashCode();
	}

}
