package dev.migrate.benchmarks;

import java.util.Locale;

/**
 * What is asked of a tool.
 */
enum Work {

	/** Apply all revisions to an empty database. */
	APPLY,

	/** Find that nothing is to be done. */
	NOTHING,

	/** Take all revisions back. */
	UNDO,

	/** Compare the catalogue with what is wanted; both are there already. */
	COMPARE,

	/** Compare the entities with what is there, and write what differs. */
	GENERATE,

	/** Run one revision up, down and up on a scratch database, comparing. */
	PROVE;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Work of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
