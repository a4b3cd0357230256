package dev.migrate.dialect.postgresql;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's error codes (appendix A of its manual), read without the driver's classes:
 * the engine does not depend on a driver.
 */
final class PostgresqlErrors {

	private static final int LONGEST_NAME = 63;

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

	/** A schema, a relation, a column, another object that is there already. */
	private static final Set<String> DUPLICATES = Set.of("42P06", "42P07", "42701", "42710");

	private PostgresqlErrors() {
	}

	static DatabaseFailure read(SQLException exception) {
		String state = state(exception);
		Object server = property(exception, "getServerErrorMessage");
		if (server == null) {
			return new DatabaseFailure(kind(state), state, firstLine(exception), null, 0);
		}
		String message = text(server, "getMessage");
		Object position = property(server, "getPosition");
		String told = (message != null) ? message : firstLine(exception);
		return new DatabaseFailure(kind(state), state, told, detail(server, isCutName(state, told)),
				(position instanceof Integer number) ? number : 0);
	}

	static FailureKind kind(SQLException exception) {
		return kind(state(exception));
	}

	private static String state(SQLException exception) {
		return Objects.requireNonNullElse(exception.getSQLState(), "?");
	}

	/** Return a part of what the server said, or null if it did not say it. */
	static @Nullable String text(SQLException exception, String getter) {
		Object server = property(exception, "getServerErrorMessage");
		return (server != null) ? text(server, getter) : null;
	}

	// The server tells the name as it was cut, and nothing of the cut.
	private static boolean isCutName(String state, String message) {
		Matcher name = QUOTED.matcher(message);
		return DUPLICATES.contains(state) && name.find()
				&& name.group(1).getBytes(StandardCharsets.UTF_8).length == LONGEST_NAME;
	}

	private static @Nullable String detail(Object server, boolean cutName) {
		StringBuilder detail = new StringBuilder();
		append(detail, "Detail: ", text(server, "getDetail"));
		append(detail, "Hint: ", text(server, "getHint"));
		append(detail, "Where: ", text(server, "getWhere"));
		append(detail, "Note: ", cutName ? "PostgreSQL cuts names to " + LONGEST_NAME
				+ " bytes: those that are equal up to there are the same to it." : null);
		return detail.isEmpty() ? null : detail.toString();
	}

	private static void append(StringBuilder lines, String word, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			lines.append(lines.isEmpty() ? "" : "\n").append(word).append(text);
		}
	}

	private static String firstLine(SQLException exception) {
		String message = Objects.requireNonNullElse(exception.getMessage(), exception.getClass().getSimpleName());
		return message.lines().findFirst().orElse(message);
	}

	private static @Nullable String text(Object target, String getter) {
		Object value = property(target, getter);
		return (value != null) ? value.toString() : null;
	}

	private static @Nullable Object property(Object target, String getter) {
		try {
			Method method = target.getClass().getMethod(getter);
			return method.invoke(target);
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

	private static FailureKind kind(String state) {
		return switch (state) {
			case "42P01" -> FailureKind.MISSING_TABLE;
			case "3F000" -> FailureKind.MISSING_SCHEMA;
			case "42501" -> FailureKind.PERMISSION;
			case "25006" -> FailureKind.READ_ONLY;
			case "55P03" -> FailureKind.LOCK_TIMEOUT;
			case "57014" -> FailureKind.CANCELLED;
			case "23505" -> FailureKind.DUPLICATE_KEY;
			case "42P06", "42P07", "42710" -> FailureKind.DUPLICATE_TABLE;
			// The last two end the session: idle in a transaction, or in one, for too
			// long.
			case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04" -> FailureKind.CONNECTION;
			default -> byClass(state);
		};
	}

	private static FailureKind byClass(String state) {
		if (state.startsWith("08")) {
			return FailureKind.CONNECTION;
		}
		if (state.startsWith("53")) {
			return FailureKind.EXHAUSTED;
		}
		return state.startsWith("28") ? FailureKind.LOGIN : FailureKind.OTHER;
	}

}
