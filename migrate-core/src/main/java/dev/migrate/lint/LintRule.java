package dev.migrate.lint;

import java.util.Optional;

/**
 * The rules, by the ids that findings and {@code -- migrate:allow} name them with. An id
 * never changes its meaning. The titles are what follows "the revision".
 */
public enum LintRule {

	/** A comment allows what nothing does. */
	A01(Severity.WARNING, On.ANY, By.TEXT, "allows what it does not do"),

	/** Nobody knows what a comment allows, or why. */
	A02(Severity.ERROR, On.ANY, By.TEXT, "allows something without naming a rule and a reason"),

	/** Rows are lost. */
	D01(Severity.ERROR, On.ANY, By.TEXT, "drops a table"),

	/** Values are lost. */
	D02(Severity.ERROR, On.ANY, By.TEXT, "drops a column"),

	/** Everything is lost. */
	D03(Severity.ERROR, On.ANY, By.TEXT, "drops a schema or database"),

	/** Rows are lost. */
	D04(Severity.ERROR, On.ANY, By.TEXT, "empties a table"),

	/** Values don't fit, or are rounded. */
	D05(Severity.ERROR, On.ANY, By.SCHEMA, "narrows the type of a column"),

	/** Values don't convert. */
	D06(Severity.WARNING, On.ANY, By.SCHEMA, "changes a column to a type that not every value converts to"),

	/** Values are lost that a rename keeps. */
	D07(Severity.ERROR, On.ANY, By.SCHEMA, "drops and adds a column where a rename is likely"),

	/** Rows may hold it. */
	D08(Severity.WARNING, On.ANY, By.SCHEMA, "removes a value of an enum type"),

	/** Keys are given again. */
	D09(Severity.WARNING, On.ANY, By.TEXT, "drops a sequence or an identity"),

	/** No way back at night. */
	D10(Severity.WARNING, On.ANY, By.TEXT, "has no downgrade"),

	/** Long running, and hard to take back. */
	D12(Severity.WARNING, On.ANY, By.TEXT, "changes or deletes every row of a table"),

	/** One row takes many with it. */
	D13(Severity.WARNING, On.ANY, By.TEXT, "adds ON DELETE CASCADE"),

	/** Instances that run use the old name. */
	C01(Severity.ERROR, On.ANY, By.TEXT, "renames a table, view or sequence"),

	/** Instances that run use the old name. */
	C02(Severity.ERROR, On.ANY, By.TEXT, "renames a column"),

	/** Instances that run use the old name. */
	C03(Severity.WARNING, On.ANY, By.TEXT, "renames a schema"),

	/** Instances that run use the old name. */
	C04(Severity.WARNING, On.ANY, By.TEXT, "renames a value of an enum type"),

	/** Instances that run don't know the column. */
	C05(Severity.ERROR, On.ANY, By.TEXT, "adds a NOT NULL column without a default"),

	/** Instances that run don't know the column. */
	C07(Severity.WARNING, On.ANY, By.TEXT, "drops the default of a column that it adds"),

	/** Instances that run may write NULL. */
	C08(Severity.WARNING, On.ANY, By.TEXT, "sets a column NOT NULL"),

	/** Nothing keeps the rows right any more. */
	C11(Severity.WARNING, On.ANY, By.SCHEMA, "drops a constraint"),

	/** Writers wait for the whole build. */
	P01(Severity.ERROR, On.POSTGRESQL, By.TEXT, "builds an index while nobody can write"),

	/** Short, but behind every reader. */
	P02(Severity.WARNING, On.POSTGRESQL, By.TEXT, "drops an index while nobody can read"),

	/** The index may be there and of no use. */
	P05(Severity.WARNING, On.POSTGRESQL, By.TEXT, "builds an index concurrently IF NOT EXISTS"),

	/** The index may miss rows. */
	P06(Severity.ERROR, On.POSTGRESQL, By.SCHEMA, "builds an index concurrently on PostgreSQL 14.0 to 14.3"),

	/** Readers and writers wait for the build. */
	P08(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a unique constraint and builds its index"),

	/** Readers and writers wait for the build. */
	P09(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a primary key and builds its index"),

	/** Readers and writers wait for a scan. */
	P10(Severity.WARNING, On.POSTGRESQL, By.SCHEMA, "makes a primary key of columns that accept NULL"),

	/** Readers and writers wait for the build. */
	P11(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds an exclusion constraint"),

	/** Writers of two tables wait for a scan. */
	P12(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a foreign key and checks every row"),

	/** Readers and writers wait for a scan. */
	P13(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a check and checks every row"),

	/** The lock of the first step is kept through the second. */
	P14(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a constraint NOT VALID and validates it in one transaction"),

	/** Readers and writers wait for a scan. */
	P15(Severity.ERROR, On.POSTGRESQL, By.TEXT, "sets a column NOT NULL and looks at every row"),

	/** Locks on many tables at once. */
	P16(Severity.WARNING, On.POSTGRESQL, By.TEXT, "adds several foreign keys in one transaction"),

	/** A deleted parent scans its children. */
	P18(Severity.WARNING, On.POSTGRESQL, By.SCHEMA, "leaves a foreign key without an index"),

	/** The index can't be used, or the cast fails. */
	P19(Severity.WARNING, On.POSTGRESQL, By.SCHEMA, "gives a foreign key another type than what it refers to"),

	/** Writers wait for the whole build. */
	P24(Severity.WARNING, On.POSTGRESQL, By.TEXT, "builds an index anew while nobody can write"),

	/** Readers and writers wait for every row to be written. */
	T01(Severity.ERROR, On.POSTGRESQL, By.SCHEMA, "changes a type and writes the table or its indexes anew"),

	/** Readers and writers wait for a scan. */
	T02(Severity.WARNING, On.POSTGRESQL, By.SCHEMA, "changes the type of a column with checks"),

	/** Readers and writers wait for every row to be written. */
	T03(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a column with a value of its own for each row"),

	/** Readers and writers wait for every row to be written. */
	T05(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a serial or identity column"),

	/** Readers and writers wait for every row to be written. */
	T06(Severity.ERROR, On.POSTGRESQL, By.TEXT, "adds a stored generated column"),

	/** DISTINCT and GROUP BY fail on it. */
	T07(Severity.WARNING, On.POSTGRESQL, By.TEXT, "uses the type json"),

	/** The value can't be used before it is committed. */
	T13(Severity.WARNING, On.POSTGRESQL, By.TEXT, "adds an enum value beside other statements"),

	/** Readers and writers wait for every row to be written. */
	T16(Severity.ERROR, On.POSTGRESQL, By.TEXT, "writes a table anew"),

	/** Readers wait for the query. */
	T17(Severity.WARNING, On.POSTGRESQL, By.TEXT, "refreshes a materialized view while nobody can read it"),

	/** Readers and writers of all partitions wait. */
	T18(Severity.ERROR, On.POSTGRESQL, By.TEXT, "detaches a partition while nobody can read"),

	/** Readers and writers wait for a scan. */
	T19(Severity.WARNING, On.POSTGRESQL, By.SCHEMA, "attaches a partition without a check"),

	/** Everybody queues behind it. */
	X01(Severity.ERROR, On.POSTGRESQL, By.TEXT, "waits for a strong lock without a limit"),

	/** Commits what should be one. */
	X05(Severity.WARNING, On.ANY, By.TEXT, "begins or ends a transaction"),

	/** Nothing can be said about it. */
	X10(Severity.WARNING, On.ANY, By.TEXT, "runs a block of code");

	private final Severity severity;

	private final On on;

	private final By by;

	private final String title;

	LintRule(Severity severity, On on, By by, String title) {
		this.severity = severity;
		this.on = on;
		this.by = by;
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
	 * @return words that follow "the revision"
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Tell whether it is about PostgreSQL only.
	 * @return false if it holds on every database
	 */
	public boolean postgresqlOnly() {
		return this.on == On.POSTGRESQL;
	}

	/**
	 * Tell whether it can only be seen on a database.
	 * @return false if the text of a revision tells
	 */
	public boolean needsSchema() {
		return this.by == By.SCHEMA;
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

	private enum On {

		ANY, POSTGRESQL

	}

	private enum By {

		TEXT, SCHEMA

	}

}
