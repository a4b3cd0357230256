package dev.migrate.dialect.postgresql;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Objects;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's error codes (appendix A of its manual), read without the driver's classes:
 * the engine does not depend on a driver.
 */
final class PostgresqlErrors {

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
		return new DatabaseFailure(kind(state), state, (message != null) ? message : firstLine(exception),
				detail(server), (position instanceof Integer number) ? number : 0);
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

	private static @Nullable String detail(Object server) {
		StringBuilder detail = new StringBuilder();
		append(detail, "Detail: ", text(server, "getDetail"));
		append(detail, "Hint: ", text(server, "getHint"));
		append(detail, "Where: ", text(server, "getWhere"));
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
