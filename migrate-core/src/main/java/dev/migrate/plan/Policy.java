package dev.migrate.plan;

/**
 * What to do about a state that is not as it should be.
 */
public enum Policy {

	/** Refuse. */
	FAIL,

	/** Say so and go on. */
	WARN,

	/** Go on. */
	IGNORE

}
