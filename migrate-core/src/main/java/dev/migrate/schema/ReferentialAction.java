package dev.migrate.schema;

/**
 * What happens to the referring rows.
 */
public enum ReferentialAction {

	/** Refused at the end of the statement or transaction. */
	NO_ACTION,

	/** Refused at once. */
	RESTRICT,

	/** They go too, or follow. */
	CASCADE,

	/** They refer to nothing from then on. */
	SET_NULL,

	/** They refer to the default from then on. */
	SET_DEFAULT

}
