package dev.migrate.diff;

/**
 * What of the actual side may be dropped.
 */
public enum Ownership {

	/** What the mapping says was made for an entity. */
	MAPPED,

	/** Everything that the desired side lacks. */
	EVERYTHING

}
