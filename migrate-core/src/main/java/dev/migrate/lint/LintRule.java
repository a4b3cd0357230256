package dev.migrate.lint;

import java.util.Optional;

/**
 * The rules, by the ids that findings and {@code -- migrate:allow} name them with. An id
 * never changes its meaning.
 */
public enum LintRule {

	/** All rows of a table. */
	D01(Severity.ERROR, Scope.ANY, "drops a table"),

	/** All values of a column. */
	D02(Severity.ERROR, Scope.ANY, "drops a column"),

	/** All that is in it. */
	D03(Severity.ERROR, Scope.ANY, "drops a schema or database"),

	/** All rows. */
	D04(Severity.ERROR, Scope.ANY, "empties a table"),

	/** Long running, and hard to take back. */
	D12(Severity.WARNING, Scope.ANY, "changes or deletes every row of a table"),

	/** No way back at night. */
	D10(Severity.WARNING, Scope.ANY, "has no downgrade"),

	/** Instances that run use the old name. */
	C01(Severity.ERROR, Scope.ANY, "renames a table, view or sequence"),

	/** Instances that run use the old name. */
	C02(Severity.ERROR, Scope.ANY, "renames a column"),

	/** Instances that run don't know the column. */
	C05(Severity.ERROR, Scope.ANY, "adds a NOT NULL column without a default"),

	/** A comment allows what nothing does. */
	A01(Severity.WARNING, Scope.ANY, "allows what it does not do"),

	/** Writers wait for the whole build. */
	P01(Severity.ERROR, Scope.POSTGRESQL, "builds an index while nobody can write");

	private final Severity severity;

	private final Scope scope;

	private final String title;

	LintRule(Severity severity, Scope scope, String title) {
		this.severity = severity;
		this.scope = scope;
		this.title = title;
	}

	/**
	 * Return how bad its findings are.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Return what a revision does that breaks it.
	 * @return words behind "The revision"
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Tell whether it speaks of PostgreSQL's locks only.
	 * @return false if it holds on every database
	 */
	public boolean postgresqlOnly() {
		return this.scope == Scope.POSTGRESQL;
	}

	/**
	 * Find a rule.
	 * @param id as a person wrote it
	 * @return the rule, or empty if there is none of that id
	 */
	public static Optional<LintRule> of(String id) {
		for (LintRule rule : values()) {
			if (rule.name().equals(id)) {
				return Optional.of(rule);
			}
		}
		return Optional.empty();
	}

	private enum Scope {

		ANY, POSTGRESQL

	}

}
