package dev.migrate.schema;

/**
 * Which rows a constraint holds for.
 */
public enum Validity {

	/** All rows. */
	VALID,

	/** Rows written since it was made; older ones were not looked at. */
	NOT_VALID,

	/** None: it is only written down. */
	NOT_ENFORCED

}
