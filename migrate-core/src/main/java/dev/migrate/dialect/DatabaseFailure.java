package dev.migrate.dialect;

import org.jspecify.annotations.Nullable;

/**
 * An error of a database, read by its dialect.
 *
 * @param kind what it means
 * @param sqlState five characters, or {@code "?"} when the driver gave none
 * @param message the server's own sentence, without the detail lines that hold values
 * @param detail the server's further lines (detail, hint, where), or null
 * @param position where in the statement, counted from 1 in characters; 0 if unknown
 */
public record DatabaseFailure(FailureKind kind, String sqlState, String message, @Nullable String detail,
		int position) {
}
