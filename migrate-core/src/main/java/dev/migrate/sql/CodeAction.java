package dev.migrate.sql;

import dev.migrate.error.SourceLocation;

/**
 * Code of a revision, which no text can stand for.
 *
 * @param description what it does, in the words of its author
 * @param location where it is written
 * @param work the code
 */
public record CodeAction(String description, SourceLocation location, JdbcWork work) implements Action {

	/**
	 * Return the description as an SQL comment: one line, whatever it holds.
	 */
	@Override
	public String text() {
		return "-- code: " + this.description.strip().replaceAll("\\s*\\R\\s*", " ");
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

}
