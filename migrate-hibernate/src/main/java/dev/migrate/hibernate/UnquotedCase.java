package dev.migrate.hibernate;

/**
 * What a database makes of a name that was written without quotes.
 */
public enum UnquotedCase {

	/** Stored in lower case, as PostgreSQL does. */
	LOWER,

	/** Stored in upper case, as the SQL standard and H2 do. */
	UPPER,

	/** Stored as it was written. */
	AS_WRITTEN

}
