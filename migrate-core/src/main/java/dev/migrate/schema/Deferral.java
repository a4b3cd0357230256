package dev.migrate.schema;

/**
 * When a constraint is checked.
 */
public enum Deferral {

	/** After each statement. */
	NOT_DEFERRABLE,

	/** After each statement, unless the transaction asks otherwise. */
	INITIALLY_IMMEDIATE,

	/** At the end of the transaction. */
	INITIALLY_DEFERRED

}
