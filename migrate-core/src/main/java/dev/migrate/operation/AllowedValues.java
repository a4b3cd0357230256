package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Table;

/**
 * What the checks that people usually write leave of the values of a column: a list, or
 * whole numbers from and to, as the server writes such conditions. What is not understood
 * limits nothing.
 *
 * @param conditions those that speak of the column
 */
public record AllowedValues(List<String> conditions) {

	private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

	private static final Pattern NUMBER = Pattern.compile("[\\[(,]\\s*(-?\\d+)");

	private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)\\s*(?:CAST\\(|\\(|')*\\s*(-?\\d+)");

	private static final Pattern BETWEEN = Pattern.compile("(?i)\\bBETWEEN (-?\\d+) AND (-?\\d+)");

	private static final Pattern LIST = Pattern.compile("(?i)= ANY| IN ?\\(| = '");

	public AllowedValues {
		conditions = List.copyOf(conditions);
	}

	/**
	 * Return what a table's checks leave.
	 * @param table the table
	 * @param column the name of one of its columns
	 * @return the values
	 */
	public static AllowedValues of(Table table, String column) {
		// A type in a cast or a text may be called as the column is.
		Pattern name = Pattern.compile("(?<![\\w.:'])\"?" + Pattern.quote(column) + "\"?(?!\\w)");
		return new AllowedValues(table.checks()
			.stream()
			.map(Check::expression)
			.filter((condition) -> name.matcher(condition).find())
			.toList());
	}

	/**
	 * Return the conditions on the length of a text.
	 * @return the same for its length
	 */
	public AllowedValues ofLength() {
		return new AllowedValues(this.conditions.stream()
			.filter((condition) -> condition.toLowerCase(Locale.ROOT).contains("length("))
			.toList());
	}

	/**
	 * Return the values that are listed.
	 * @return literals; empty if there is no list
	 */
	public List<String> listed() {
		for (String condition : this.conditions) {
			if (LIST.matcher(condition).find()) {
				List<String> found = all(LITERAL, condition, 0);
				List<String> values = found.isEmpty() ? all(NUMBER, condition, 1) : found;
				if (!values.isEmpty()) {
					return values;
				}
			}
		}
		return List.of();
	}

	/**
	 * Return the texts that are listed.
	 * @return the texts themselves; empty if there is no list, or one of numbers
	 */
	public List<String> texts() {
		return listed().stream()
			.filter((literal) -> literal.startsWith("'"))
			.map((literal) -> literal.substring(1, literal.length() - 1).replace("''", "'"))
			.toList();
	}

	private static List<String> all(Pattern pattern, String text, int group) {
		List<String> found = new ArrayList<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(group));
		}
		return found;
	}

	/**
	 * Return the lowest whole number.
	 * @return the number, or null for no limit
	 */
	public @Nullable Long lowest() {
		Long low = null;
		for (Bound bound : bounds()) {
			if (bound.operator.startsWith(">")) {
				long least = bound.operator.equals(">") ? bound.number + 1 : bound.number;
				low = (low != null) ? Math.max(low, least) : least;
			}
		}
		return low;
	}

	/**
	 * Return the highest whole number.
	 * @return the number, or null for no limit
	 */
	public @Nullable Long highest() {
		Long high = null;
		for (Bound bound : bounds()) {
			if (bound.operator.startsWith("<")) {
				long most = bound.operator.equals("<") ? bound.number - 1 : bound.number;
				high = (high != null) ? Math.min(high, most) : most;
			}
		}
		return high;
	}

	private List<Bound> bounds() {
		List<Bound> bounds = new ArrayList<>();
		for (String condition : this.conditions) {
			Matcher matcher = BOUND.matcher(condition);
			while (matcher.find()) {
				bounds.add(new Bound(matcher.group(1), Long.parseLong(matcher.group(2))));
			}
			Matcher between = BETWEEN.matcher(condition);
			while (between.find()) {
				bounds.add(new Bound(">=", Long.parseLong(between.group(1))));
				bounds.add(new Bound("<=", Long.parseLong(between.group(2))));
			}
		}
		return bounds;
	}

	/**
	 * Return whether a literal is among the values.
	 * @param literal an SQL literal
	 * @return false only if it is surely not
	 */
	public boolean allow(String literal) {
		List<String> listed = listed();
		if (!listed.isEmpty()) {
			return listed.contains(literal);
		}
		if (!literal.matches("-?\\d{1,18}")) {
			return true;
		}
		long number = Long.parseLong(literal);
		Long low = lowest();
		Long high = highest();
		return (low == null || number >= low) && (high == null || number <= high);
	}

	private record Bound(String operator, long number) {
	}

}
