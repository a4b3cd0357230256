package dev.migrate.dialect;

import java.sql.SQLException;

import dev.migrate.error.MaskedText;
import org.jspecify.annotations.Nullable;

/**
 * An error of a database, read by its dialect. No password of a statement is left in it.
 *
 * @param kind what it means
 * @param sqlState five characters, or {@code "?"} when the driver gave none
 * @param message the server's own sentence, without the detail lines that hold values
 * @param detail the server's further lines (detail, hint, where), or null
 * @param position where in the statement, counted from 1 in characters; 0 if unknown
 */
public record DatabaseFailure(FailureKind kind, String sqlState, String message, @Nullable String detail,
		int position) {

	public DatabaseFailure {
		message = MaskedText.of(message);
		detail = (detail != null) ? MaskedText.of(detail) : null;
	}

	/**
	 * Find what a database or its driver said. What lies beneath it, a broken socket for
	 * example, says less.
	 * @param exception of a pool, of Spring, or a driver's own
	 * @return the innermost of its causes that is one of JDBC, or null if there is none
	 */
	public static @Nullable SQLException cause(Throwable exception) {
		SQLException found = null;
		for (Throwable link = exception; link != null; link = link.getCause()) {
			found = (link instanceof SQLException sql) ? sql : found;
		}
		return found;
	}

}
