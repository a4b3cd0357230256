package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AllowedValues;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.TestDatabase;

/**
 * Fills every table with two rows. A value depends on the column's type and the row
 * alone, so that a foreign key finds its target.
 */
final class Rows {

	private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')+)'");

	private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

	private final Dialect dialect;

	private final Schema schema;

	Rows(Dialect dialect, Schema schema) {
		this.dialect = dialect;
		this.schema = schema;
	}

	void fill(TestDatabase database) {
		boolean h2 = this.dialect.name().equals("h2");
		List<String> statements = new ArrayList<>();
		statements.add(h2 ? "SET REFERENTIAL_INTEGRITY FALSE" : "SET session_replication_role = replica");
		for (Table table : this.schema.tables()) {
			statements.add(insert(table, 0));
			statements.add(insert(table, 1));
		}
		statements.add(h2 ? "SET REFERENTIAL_INTEGRITY TRUE" : "SET session_replication_role = origin");
		database.execute(statements.toArray(String[]::new));
	}

	SortedMap<QualifiedName, String> count(TestDatabase database) {
		SortedMap<QualifiedName, String> counts = new TreeMap<>();
		for (Table table : this.schema.tables()) {
			counts.put(table.name(), database.string("SELECT count(*) FROM " + name(table.name())));
		}
		return counts;
	}

	private String name(QualifiedName name) {
		return this.dialect.quote(name.schema()) + "." + this.dialect.quote(name.name());
	}

	private String insert(Table table, int row) {
		List<Column> columns = table.columns().stream().filter((column) -> column.generated() == null).toList();
		String names = columns.stream()
			.map((column) -> this.dialect.quote(column.name()))
			.collect(Collectors.joining(", "));
		String values = columns.stream().map((column) -> value(table, column, row)).collect(Collectors.joining(", "));
		return "INSERT INTO " + name(table.name()) + " (" + names + ") VALUES (" + values + ")";
	}

	private String value(Table table, Column column, int row) {
		List<String> words = words(table, column);
		if (!words.isEmpty()) {
			return "'" + words.get(Math.min(row, words.size() - 1)) + "'";
		}
		String type = column.type().sql().toLowerCase(Locale.ROOT);
		if (type.endsWith("[]") || type.endsWith("array")) {
			return this.dialect.name().equals("h2") ? "ARRAY[]" : "'{}'";
		}
		if (type.startsWith("bool")) {
			return (row == 0) ? "false" : "true";
		}
		if (type.startsWith("timestamp")) {
			return "timestamp '2026-11-2" + row + " 10:00:00'";
		}
		if (type.startsWith("date")) {
			return "date '2026-11-2" + row + "'";
		}
		if (type.startsWith("time")) {
			return "time '10:0" + row + ":00'";
		}
		if (type.equals("uuid")) {
			return "'00000000-0000-0000-0000-00000000000" + row + "'";
		}
		if (type.startsWith("json")) {
			return this.dialect.name().equals("h2") ? "JSON '{}'" : "'{}'";
		}
		if (type.startsWith("bytea")) {
			return "'\\x0" + row + "'";
		}
		if (type.contains("binary")) {
			return "X'0" + row + "'";
		}
		if (type.startsWith("char") || type.startsWith("varchar") || type.startsWith("text")
				|| type.contains("object")) {
			Matcher length = LENGTH.matcher(type);
			return (length.find() && Integer.parseInt(length.group(1)) < 3) ? "'" + row + "'" : "'" + row + "0'";
		}
		Long lowest = AllowedValues.of(table, column.name()).lowest();
		return Long.toString((lowest != null && lowest > 0) ? lowest + row : row);
	}

	/**
	 * Return the words that an enum type or a check allows.
	 */
	private List<String> words(Table table, Column column) {
		Optional<EnumType> type = this.schema.enumTypes()
			.stream()
			.filter((candidate) -> candidate.name().equals(column.type().definedBy()))
			.findFirst();
		if (type.isPresent()) {
			return type.get().labels();
		}
		List<String> words = new ArrayList<>();
		Matcher enumeration = LITERAL.matcher(column.type().sql());
		while (enumeration.find()) {
			words.add(enumeration.group(1));
		}
		this.schema.domains()
			.stream()
			.filter((domain) -> domain.name().equals(column.type().definedBy()))
			.flatMap((domain) -> domain.checks().stream())
			.map((check) -> LITERAL.matcher(check.expression()))
			.forEach((literal) -> {
				while (literal.find()) {
					words.add(literal.group(1));
				}
			});
		for (Check check : table.checks()) {
			if (check.expression().matches("(?s).*(?i)\\b\"?" + Pattern.quote(column.name()) + "\"?\\b.*")) {
				Matcher literal = LITERAL.matcher(check.expression());
				while (literal.find()) {
					words.add(literal.group(1));
				}
			}
		}
		return words;
	}

}
