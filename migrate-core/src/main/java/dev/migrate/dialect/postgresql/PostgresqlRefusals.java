package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.RefusedRow;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Rows that PostgreSQL did not take. Names and numbers are taken from what the server
 * says; its words are in the language that it speaks, and hold values.
 */
final class PostgresqlRefusals {

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final Pattern KEY = Pattern.compile("\\((?<columns>.+?)\\)=\\((?<values>.*)\\)", Pattern.DOTALL);

	private PostgresqlRefusals() {
	}

	static boolean isOf(SQLException exception, Table table) {
		return table.name().name().equals(PostgresqlErrors.text(exception, "getTable"))
				&& table.name().schema().equals(PostgresqlErrors.text(exception, "getSchema"));
	}

	/** Read a refusal, or return empty if no row is at fault. */
	static Optional<RefusedRow> read(SQLException exception, Table table) {
		String state = Objects.requireNonNullElse(exception.getSQLState(), "?");
		String place = place(exception, table);
		if (!RefusedRow.Reason.isAbout(state) && place == null) {
			return Optional.empty();
		}
		String constraint = PostgresqlErrors.text(exception, "getConstraint");
		String column = PostgresqlErrors.text(exception, "getColumn");
		List<String> columns = (column != null) ? List.of(column) : columns(place, constraint, table);
		RefusedRow.Reason reason = RefusedRow.Reason.of(state);
		List<String> values = (reason == RefusedRow.Reason.REFERENCE) ? values(exception, columns) : List.of();
		return Optional.of(new RefusedRow(table.name(), reason, state, number(place), columns, constraint, values));
	}

	// "COPY students, line 3, column age: …" without what stands before the first comma.
	private static @Nullable String place(SQLException exception, Table table) {
		String where = PostgresqlErrors.text(exception, "getWhere");
		String begin = "COPY " + table.name().name() + ",";
		return (where == null) ? null
				: where.lines()
					.filter((line) -> line.startsWith(begin))
					.map((line) -> line.substring(begin.length()))
					.findFirst()
					.orElse(null);
	}

	private static long number(@Nullable String place) {
		Matcher matcher = NUMBER.matcher((place != null) ? place : "");
		return matcher.find() ? Long.parseLong(matcher.group()) : 0;
	}

	private static List<String> columns(@Nullable String place, @Nullable String constraint, Table table) {
		for (ForeignKey key : table.foreignKeys()) {
			if (key.name().equals(constraint)) {
				return key.columns();
			}
		}
		for (UniqueConstraint unique : table.uniqueConstraints()) {
			if (unique.name().equals(constraint)) {
				return unique.columns();
			}
		}
		if (table.primaryKey() != null && Objects.equals(constraint, table.primaryKey().name())) {
			return table.primaryKey().columns();
		}
		if (place == null) {
			return List.of();
		}
		return table.columns()
			.stream()
			.map(Column::name)
			.filter((name) -> place.matches("(?s) \\S+ \\d+, \\S+ " + Pattern.quote(name) + ":.*"))
			.findFirst()
			.map(List::of)
			.orElse(List.of());
	}

	private static List<String> values(SQLException exception, List<String> columns) {
		String detail = PostgresqlErrors.text(exception, "getDetail");
		Matcher matcher = KEY.matcher((detail != null) ? detail : "");
		if (!matcher.find()) {
			return List.of();
		}
		List<String> values = Arrays.asList(matcher.group("values").split(", ", -1));
		return (values.size() == columns.size()) ? values : List.of();
	}

}
