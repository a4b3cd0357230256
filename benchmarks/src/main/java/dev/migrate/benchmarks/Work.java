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
	UNDO;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
