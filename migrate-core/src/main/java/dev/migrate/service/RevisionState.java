package dev.migrate.service;

/**
 * How a revision stands between folder and database.
 */
public enum RevisionState {

	/** In both, and unchanged. */
	APPLIED,

	/** In the folder only. */
	PENDING,

	/** In the database only. */
	UNKNOWN,

	/** In both, but its statements are no longer those that ran. */
	CHANGED,

	/** Its run outside a transaction did not end. */
	FAILED,

	/** A squash revision took its place. */
	REPLACED

}
