package dev.migrate.operation;

/**
 * How an index comes and goes.
 */
public enum IndexMode {

	/** At once, while nobody may write to the table. */
	ORDINARY,

	/**
	 * Beside the work of others, where the database can, and outside a transaction.
	 */
	CONCURRENT

}
