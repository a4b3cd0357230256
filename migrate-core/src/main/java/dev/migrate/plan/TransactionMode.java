package dev.migrate.plan;

/**
 * How many revisions share a transaction.
 */
public enum TransactionMode {

	/** Each has one of its own. */
	PER_REVISION,

	/** As many as can share one do. */
	ALL

}
