package dev.migrate.diff;

/**
 * A typed danger of an operation.
 *
 * @param kind which danger
 * @param sentence what may happen, in one sentence
 */
public record Hazard(Kind kind, String sentence) {

	/**
	 * The dangers.
	 */
	public enum Kind {

		/** Rows, values or counters are gone afterwards. */
		LOSES_DATA,

		/** The rows that are there may make it fail. */
		MAY_FAIL,

		/** The table is rewritten while nobody may read it. */
		REWRITES,

		/** The rows are read while others may not write or read. */
		BLOCKS,

		/** Running instances of the application no longer understand the schema. */
		BREAKS_RUNNING_CODE,

		/** It has to be committed before its effect may be used. */
		NEEDS_COMMIT,

		/** Keys that were given before may be given again. */
		REPEATS_KEYS

	}

}
