package dev.migrate.run;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;

/**
 * Connections that were not had, or were lost. Drivers and pools like to repeat the URL,
 * and a URL may hold a password.
 */
public final class ConnectionFailures {

	private static final Pattern URL = Pattern.compile("jdbc:[^\\s,'\"]+");

	private ConnectionFailures() {
	}

	/**
	 * Explain why there is no connection.
	 * @param exception of the driver, or of a pool, which may not be one of JDBC
	 * @return what to throw, without passwords
	 */
	public static MigrateException of(Exception exception) {
		// A pool wraps the driver's own failure, which says more.
		SQLException known = DatabaseFailure.cause(exception);
		Exception root = (known != null) ? known : exception;
		String state = (known != null) ? Objects.requireNonNullElse(known.getSQLState(), "?") : "?";
		String message = message(root);
		if (state.startsWith("28")) {
			return new MigrateException(ErrorCode.NO_CONNECTION, "The database refused the login: " + message + ".",
					"Check user and password (spring.datasource.username, spring.datasource.password, or spring.migrate.user,"
							+ " spring.migrate.password).",
					MaskedText.of(exception));
		}
		if (isOfDriver(message)) {
			return new MigrateException(ErrorCode.NO_CONNECTION,
					"No connection to the database: no driver on the class path takes the JDBC URL " + url(exception)
							+ ".",
					"Correct spring.datasource.url (or spring.migrate.url): it begins with jdbc:postgresql: or jdbc:h2:, its"
							+ " port is a number, and the driver is a dependency of the application.",
					MaskedText.of(exception));
		}
		if (exception instanceof IllegalStateException || exception instanceof IllegalArgumentException) {
			return new MigrateException(ErrorCode.NO_CONNECTION,
					"No connection to the database: the application's DataSource can't make one, " + message + ".",
					message.contains("jdbcUrl") ? "A bean of type HikariDataSource calls its URL jdbc-url, not url."
							: "A DataSource that gets its targets from another bean has to depend on it (@DependsOn); for"
									+ " commands that bean can also be named in spring.migrate.cli.start-beans.",
					MaskedText.of(exception));
		}
		return new MigrateException(ErrorCode.NO_CONNECTION,
				"No connection to the database: " + message + ((known != null) ? " (SQLSTATE " + state + ")." : "."),
				hint(state, message), MaskedText.of(exception));
	}

	private static boolean isOfDriver(String message) {
		return message.startsWith("No suitable driver") || message.startsWith("Failed to get driver instance")
				|| message.contains("claims to not accept jdbcUrl");
	}

	private static String url(Exception exception) {
		for (Throwable link = exception; link != null; link = link.getCause()) {
			Matcher url = URL.matcher(String.valueOf(link.getMessage()));
			if (url.find()) {
				return "`" + MaskedText.of(url.group()) + "`";
			}
		}
		return "that is configured";
	}

	private static String hint(String state, String message) {
		if (state.equals("3D000")) {
			return "Create the database (`db create`), or correct its name in spring.datasource.url (or spring.migrate.url).";
		}
		if (state.startsWith("53")) {
			return "The server has no connection left for this user. End what is not needed, or raise its"
					+ " max_connections; smaller pools (spring.datasource.hikari.maximum-pool-size) need fewer.";
		}
		if (state.startsWith("57P")) {
			return "The server is starting or stopping. Run the command again when it is up.";
		}
		if (message.contains("request timed out")) {
			return "All connections of the pool are in use, or the server does not answer: see"
					+ " spring.datasource.hikari.maximum-pool-size and connection-timeout.";
		}
		if (state.startsWith("42")) {
			return "The server was reached, and refused a statement of the pool: see"
					+ " spring.datasource.hikari.connection-init-sql.";
		}
		return "Check that the server runs and that spring.datasource.url (or spring.migrate.url) names it.";
	}

	// The driver hides the name that it can't resolve in a cause.
	private static String message(Exception root) {
		String message = masked(Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName()));
		for (Throwable link = root; link != null; link = link.getCause()) {
			if (link instanceof UnknownHostException unknown) {
				return message + ": the host " + masked(String.valueOf(unknown.getMessage())) + " is not known";
			}
		}
		return message;
	}

	static MigrateException lost(String doing, SQLException exception) {
		String message = masked(Objects.requireNonNullElse(exception.getMessage(), "no reason given"));
		return new MigrateException(ErrorCode.NO_CONNECTION,
				"The connection to the database was lost while " + doing + ": " + message + ".",
				"Run the command again: what was not committed is undone, and `db status` shows how far it got.",
				MaskedText.of(exception));
	}

	static String masked(String message) {
		String line = message.replaceAll("\\s+", " ").strip();
		String masked = MaskedText.of(line);
		return masked.endsWith(".") ? masked.substring(0, masked.length() - 1) : masked;
	}

}
