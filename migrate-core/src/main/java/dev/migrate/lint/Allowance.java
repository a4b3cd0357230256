package dev.migrate.lint;

import dev.migrate.error.SourceLocation;

/**
 * A comment {@code -- migrate:allow RULE reason}.
 *
 * @param rule what it allows
 * @param reason why
 * @param location of the comment
 * @param scope what it is for
 */
public record Allowance(LintRule rule, String reason, SourceLocation location, Scope scope) {

	/**
	 * What a comment is for.
	 *
	 * @param statement the index of the statement, or one of the constants
	 */
	public record Scope(int statement) {

		/** The whole file. */
		public static final Scope FILE = new Scope(-1);

		/** Nothing: no statement follows. */
		public static final Scope NOTHING = new Scope(-2);

		boolean covers(int index) {
			return equals(FILE) || this.statement == index;
		}

	}

}
