package dev.migrate.hibernate;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one object of the entities' schema.
 *
 * @param severity whether the schema can be created all the same
 * @param path the entity or attribute
 * @param object the database object in question, as {@code table} or {@code table.column}
 * @param message one sentence that names both
 * @param hint what to do, or null
 */
public record EntityProblem(Severity severity, String path, String object, String message, @Nullable String hint) {

	/**
	 * How bad it is.
	 */
	public enum Severity {

		/** The server will refuse the statement, or there is none to send. */
		FAULT,

		/**
		 * The server will refuse the statement, unless its settings say otherwise.
		 */
		SUSPICION,

		/** It works, but probably not as meant. */
		WARNING

	}

}
