package dev.migrate.error;

/**
 * Every kind of failure a user can meet. A code never changes its meaning; each face maps
 * codes to its own language: exit code, HTTP status, failure analysis.
 */
public enum ErrorCode {

	/** A revision file, or a folder of them, can't be read as what it should be. */
	INVALID_SOURCE,

	/** Two different revisions carry one id, or a label stands for two. */
	DUPLICATE_REVISION,

	/** A parent or dependency is named that no revision defines. */
	MISSING_REVISION,

	/** The revisions name each other in a circle. */
	CYCLE,

	/** The words of a request make no sense, whatever the state of the database. */
	USAGE,

	/** A target names nothing, more than one thing, or something out of reach. */
	UNKNOWN_TARGET,

	/** One head was asked for and there are several. */
	SEVERAL_HEADS,

	/** A pending revision lies below an applied one. */
	HOLE,

	/** The database has revisions that the folder lacks, and something is pending. */
	DATABASE_AHEAD,

	/** An applied revision's statements are no longer those that ran. */
	CHANGED,

	/** A downgrade would pass a revision that can't be taken back. */
	IRREVERSIBLE,

	/** An earlier run of a revision failed half-way and waits for a decision. */
	UNFINISHED,

	/** The tables of the first revision exist, but nothing says that it was applied. */
	NOT_ADOPTED,

	/** Another run holds the lock. */
	LOCKED,

	/** The database refused a statement of a revision. */
	STATEMENT_FAILED,

	/** The run was interrupted from outside and undone. */
	INTERRUPTED,

	/** The database can't be reached, or the login is refused. */
	NO_CONNECTION,

	/** The database refused one of our own statements: usually a missing privilege. */
	DATABASE_REFUSED,

	/** The database is of a kind that is not supported yet. */
	UNSUPPORTED_DATABASE,

	/** A question has to be answered before anything can be done. */
	ANSWER_NEEDED,

	/** The entities can't be read as a schema, or ask for one that can't be created. */
	INVALID_ENTITIES,

	/** The entities and the revisions differ. */
	ENTITIES_DIFFER,

	/** The live schema is not what its applied revisions build. */
	DRIFT,

	/** Revisions are pending. */
	BEHIND,

	/** A proof failed: a revision does not do what it says. */
	NOT_PROVEN,

	/** A rule of the project forbids it. */
	LINT,

	/** A file can't be read or written. */
	FILE_ACCESS

}
