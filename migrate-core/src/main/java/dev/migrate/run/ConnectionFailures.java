package dev.migrate.run;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Connections that were not had, or were lost. Drivers and pools like to repeat the URL,
 * and a URL may hold a password.
 */
public final class ConnectionFailures {

	private static final Pattern PASSWORD = Pattern.compile("(?i)((?:password|pwd|passwd)\\s*[=:]\\s*)[^&;,\\s)]*");

	private static final Pattern USER_INFO = Pattern.compile("(//[^/@\\s:]*:)[^@\\s]*@");

	private ConnectionFailures() {
	}

	/**
	 * Explain why there is no connection.
	 * @param exception what driver or pool threw
	 * @return what to throw, without passwords
	 */
	public static MigrateException of(SQLException exception) {
		SQLException root = root(exception);
		String state = Objects.requireNonNullElse(root.getSQLState(), "?");
		String message = masked(Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName()));
		if (state.startsWith("28")) {
			return new MigrateException(ErrorCode.NO_CONNECTION, "The database refused the login: " + message + ".",
					"Check user and password (spring.datasource.username, spring.datasource.password, or spring.migrate.user,"
							+ " spring.migrate.password).",
					safe(exception));
		}
		return new MigrateException(ErrorCode.NO_CONNECTION,
				"No connection to the database: " + message + " (SQLSTATE " + state + ").",
				"Check that the server runs and that spring.datasource.url (or spring.migrate.url) names it.",
				safe(exception));
	}

	static MigrateException lost(String doing, SQLException exception) {
		String message = masked(Objects.requireNonNullElse(exception.getMessage(), "no reason given"));
		return new MigrateException(ErrorCode.NO_CONNECTION,
				"The connection to the database was lost while " + doing + ": " + message + ".",
				"Run the command again: what was not committed is undone, and `db status` shows how far it got.",
				safe(exception));
	}

	// A pool wraps the driver's own failure, which says more.
	private static SQLException root(SQLException exception) {
		SQLException root = exception;
		Throwable cause = exception.getCause();
		while (cause != null) {
			if (cause instanceof SQLException sql) {
				root = sql;
			}
			cause = cause.getCause();
		}
		return root;
	}

	// A stack trace prints the causes too.
	private static Throwable safe(Throwable exception) {
		boolean clean = true;
		for (Throwable link = exception; link != null; link = link.getCause()) {
			clean &= link.getMessage() == null || hidden(link.getMessage()).equals(link.getMessage());
		}
		if (clean) {
			return exception;
		}
		String message = hidden(String.valueOf(exception.getMessage()));
		Throwable copy = (exception instanceof SQLException sql)
				? new SQLException(message, sql.getSQLState(), sql.getErrorCode())
				: new IllegalStateException(exception.getClass().getName() + ": " + message);
		copy.setStackTrace(exception.getStackTrace());
		if (exception.getCause() != null) {
			copy.initCause(safe(exception.getCause()));
		}
		return copy;
	}

	private static String hidden(String message) {
		return USER_INFO.matcher(PASSWORD.matcher(message).replaceAll("$1***")).replaceAll("$1***@");
	}

	static String masked(String message) {
		String line = message.replaceAll("\\s+", " ").strip();
		String masked = hidden(line);
		return masked.endsWith(".") ? masked.substring(0, masked.length() - 1) : masked;
	}

}
