package dev.migrate.dialect;

/**
 * What a database's error means to the engine.
 */
public enum FailureKind {

	/** A table or view that a statement names does not exist. */
	MISSING_TABLE,

	/** The schema that a statement names does not exist. */
	MISSING_SCHEMA,

	/** The role lacks a privilege. */
	PERMISSION,

	/** The database only reads: a standby, or a session that may not write. */
	READ_ONLY,

	/** The server has run out of disk, memory, locks or connections. */
	EXHAUSTED,

	/** A lock was not granted in time. */
	LOCK_TIMEOUT,

	/** The statement took longer than it may. */
	STATEMENT_TIMEOUT,

	/** A unique key exists already. */
	DUPLICATE_KEY,

	/** The table exists already: somebody else made it at the same time. */
	DUPLICATE_TABLE,

	/** The connection is gone, or was never had. */
	CONNECTION,

	/** The login was refused. */
	LOGIN,

	/** The statement was cancelled. */
	CANCELLED,

	/** Anything else: the statement is at fault. */
	OTHER

}
