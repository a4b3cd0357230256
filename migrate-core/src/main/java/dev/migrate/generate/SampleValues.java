package dev.migrate.generate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.operation.AllowedValues;
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
		return value(column.type().sql(), column.type().definedBy(), AllowedValues.of(table, column.name()), number);
	}

	private @Nullable String value(String type, @Nullable QualifiedName definedBy, AllowedValues allowed, int number) {
		List<String> listed = allowed.listed();
		if (!listed.isEmpty()) {
			return listed.get(number % listed.size());
		}
		String name = type.toLowerCase(Locale.ROOT);
		if (name.endsWith("[]")) {
			return "'{}'";
		}
		if (name.contains(" array")) {
			return "ARRAY[]";
		}
		if (definedBy != null) {
			for (EnumType candidate : this.schema.enumTypes()) {
				if (candidate.name().equals(definedBy)) {
					return text(candidate.labels().get(number % candidate.labels().size()));
				}
			}
			for (Domain domain : this.schema.domains()) {
				if (domain.name().equals(definedBy)) {
					return value(domain.type().sql(), domain.type().definedBy(),
							new AllowedValues(domain.checks().stream().map(Check::expression).toList()), number);
				}
			}
			return null;
		}
		if (name.matches("(smallint|integer|int|bigint|tinyint|numeric|decimal|real|double|float|decfloat)\\b.*")) {
			return number(allowed, number);
		}
		if (name.startsWith("enum(")) {
			List<String> labels = new AllowedValues(List.of(" IN(" + type)).listed();
			return labels.get(number % labels.size());
		}
		if (name.startsWith("character") || name.startsWith("text") || name.startsWith("clob")
				|| name.startsWith("citext") || name.startsWith("varchar")) {
			return words(name, allowed.ofLength(), number);
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

	private static String number(AllowedValues allowed, int number) {
		Long low = allowed.lowest();
		Long high = allowed.highest();
		long value = number;
		if (low != null && value < low) {
			value = low + number % 1000;
		}
		if (high != null && value > high) {
			value = (low != null) ? low + number % Math.max(1, high - low + 1) : high - number % 1000;
		}
		return Long.toString(value);
	}

	private static String words(String type, AllowedValues lengths, int number) {
		Matcher matcher = LENGTH.matcher(type);
		int most = matcher.find() ? Integer.parseInt((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2))
				: 200;
		Long longest = lengths.highest();
		if (longest != null) {
			most = (int) Math.min(most, longest);
		}
		StringBuilder text = new StringBuilder(Integer.toString(number));
		Long shortest = lengths.lowest();
		while (shortest != null && text.length() < shortest) {
			text.insert(0, 'x');
		}
		return text((text.length() > most) ? text.substring(text.length() - most) : text.toString());
	}

	private static String text(String value) {
		return "'" + value.replace("'", "''") + "'";
	}

}
