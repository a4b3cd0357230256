package dev.migrate.sql;

import dev.migrate.error.SourceLocation;

/**
 * One thing that a revision does: a statement, or code.
 */
public sealed interface Action permits SqlStatement, CodeAction {

	/**
	 * Return where it is written.
	 * @return the place, for messages
	 */
	SourceLocation location();

	/**
	 * Return what a person reads in its place.
	 * @return the statement; for code an SQL comment that describes it
	 */
	String text();

	/**
	 * Call the visitor's method for this action.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Whoever has to know every kind of action.
	 *
	 * @param <R> what comes out for an action
	 */
	interface Visitor<R> {

		R visit(SqlStatement statement);

		R visit(CodeAction code);

	}

}
