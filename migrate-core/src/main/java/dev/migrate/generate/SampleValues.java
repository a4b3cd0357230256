package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that a column accepts, as SQL literals. It reads the checks that people
 * usually write; what it misreads the database refuses, and the table is named.
 */
final class SampleValues {

	private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

	private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)\\s*(?:CAST\\(|\\(|')*\\s*(-?\\d+)");

	private static final Pattern LENGTH = Pattern.compile("(?i)character varying\\((\\d+)|character\\((\\d+)");

	private final Schema schema;

	SampleValues(Schema schema) {
		this.schema = schema;
	}

	/**
	 * Return a value.
	 * @param table of the column
	 * @param column which accepts the value
	 * @param number of the row; another number gives another value where the type can
	 * @return a literal, or null if no value is known
	 */
	@Nullable String value(Table table, Column column, int number) {
		List<String> checks = checks(table, column);
		List<String> listed = listed(checks);
		if (!listed.isEmpty()) {
			return listed.get(number % listed.size());
		}
		return value(column.type().sql(), column.type().definedBy(), checks, number);
	}

	private @Nullable String value(String type, @Nullable QualifiedName definedBy, List<String> checks, int number) {
		String name = type.toLowerCase(Locale.ROOT);
		if (name.endsWith("[]")) {
			return "'{}'";
		}
		if (definedBy != null) {
			for (EnumType candidate : this.schema.enumTypes()) {
				if (candidate.name().equals(definedBy)) {
					return text(candidate.labels().get(number % candidate.labels().size()));
				}
			}
			for (Domain domain : this.schema.domains()) {
				if (domain.name().equals(definedBy)) {
					List<String> own = domain.checks().stream().map(Check::expression).toList();
					List<String> listed = listed(own);
					return listed.isEmpty() ? value(domain.type().sql(), domain.type().definedBy(), own, number)
							: listed.get(number % listed.size());
				}
			}
			return null;
		}
		if (name.matches("(smallint|integer|int|bigint|tinyint|numeric|decimal|real|double|float|decfloat)\\b.*")) {
			return number(checks, number);
		}
		if (name.startsWith("character") || name.startsWith("text") || name.startsWith("clob")
				|| name.startsWith("citext") || name.startsWith("varchar")) {
			return words(name, checks, number);
		}
		return other(name, number);
	}

	private static @Nullable String other(String name, int number) {
		String two = String.format(Locale.ROOT, "%02d", number % 28 + 1);
		if (name.startsWith("boolean")) {
			return (number % 2 == 0) ? "TRUE" : "FALSE";
		}
		if (name.startsWith("date")) {
			return "DATE '2026-01-" + two + "'";
		}
		if (name.startsWith("timestamp")) {
			return (name.contains("with time zone") ? "TIMESTAMP WITH TIME ZONE '2026-01-" + two + " 10:00:00+00'"
					: "TIMESTAMP '2026-01-" + two + " 10:00:00'");
		}
		if (name.startsWith("time")) {
			return "'10:00:" + two + (name.contains("with time zone") ? "+00'" : "'");
		}
		if (name.startsWith("uuid")) {
			return "'00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", number) + "'";
		}
		if (name.startsWith("json")) {
			return "'{\"number\": " + number + "}'";
		}
		if (name.startsWith("bytea")) {
			return "'\\x" + two + "'";
		}
		if (name.startsWith("binary") || name.startsWith("blob")) {
			return "X'" + two + "'";
		}
		if (name.startsWith("interval")) {
			return "INTERVAL '" + (number % 28 + 1) + "' DAY";
		}
		return (name.startsWith("inet") || name.startsWith("cidr")) ? "'10.0.0." + (number % 200) + "'" : null;
	}

	private static String number(List<String> checks, int number) {
		Range range = Range.of(checks);
		long value = number;
		if (range.low != null && value < range.low) {
			value = range.low + number % 1000;
		}
		if (range.high != null && value > range.high) {
			value = (range.low != null) ? range.low + number % Math.max(1, range.high - range.low + 1)
					: range.high - number % 1000;
		}
		return Long.toString(value);
	}

	private static String words(String type, List<String> checks, int number) {
		Matcher matcher = LENGTH.matcher(type);
		int most = matcher.find() ? Integer.parseInt((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2))
				: 200;
		Range length = Range
			.of(checks.stream().filter((check) -> check.toLowerCase(Locale.ROOT).contains("length(")).toList());
		if (length.high != null) {
			most = (int) Math.min(most, length.high);
		}
		StringBuilder text = new StringBuilder(Integer.toString(number));
		long least = (length.low != null) ? length.low : 1;
		while (text.length() < least) {
			text.insert(0, 'x');
		}
		return text((text.length() > most) ? text.substring(text.length() - most) : text.toString());
	}

	private static List<String> checks(Table table, Column column) {
		Pattern name = Pattern.compile("(?<![\\w.])\"?" + Pattern.quote(column.name()) + "\"?(?!\\w)");
		return table.checks().stream().map(Check::expression).filter((check) -> name.matcher(check).find()).toList();
	}

	/**
	 * The literals of {@code x IN ('a', 'b')} or {@code x = 'a'}, as the server writes
	 * it.
	 */
	private static List<String> listed(List<String> checks) {
		for (String check : checks) {
			String upper = check.toUpperCase(Locale.ROOT);
			if (!(upper.contains("= ANY") || upper.contains(" IN(") || upper.contains(" IN (")
					|| upper.contains(" = '"))) {
				continue;
			}
			List<String> found = new ArrayList<>();
			Matcher matcher = LITERAL.matcher(check);
			while (matcher.find()) {
				found.add(matcher.group());
			}
			if (found.isEmpty()) {
				Matcher numbers = Pattern.compile("[\\[(,]\\s*(-?\\d+)").matcher(check);
				while (numbers.find()) {
					found.add(numbers.group(1));
				}
			}
			if (!found.isEmpty()) {
				return found;
			}
		}
		return List.of();
	}

	private static String text(String value) {
		return "'" + value.replace("'", "''") + "'";
	}

	/** What comparisons with whole numbers leave; null for no limit. */
	private record Range(@Nullable Long low, @Nullable Long high) {

		static Range of(List<String> checks) {
			Long low = null;
			Long high = null;
			for (String check : checks) {
				Matcher matcher = BOUND.matcher(check);
				while (matcher.find()) {
					long bound = Long.parseLong(matcher.group(2));
					switch (matcher.group(1)) {
						case ">=" -> low = (low != null) ? Math.max(low, bound) : bound;
						case ">" -> low = (low != null) ? Math.max(low, bound + 1) : bound + 1;
						case "<=" -> high = (high != null) ? Math.min(high, bound) : bound;
						default -> high = (high != null) ? Math.min(high, bound - 1) : bound - 1;
					}
				}
			}
			return new Range(low, high);
		}

	}

}
