package dev.migrate.dialect;

import java.util.List;

/**
 * What has to hold before a script may change anything.
 *
 * @param tables our tables
 * @param lock whether no other run may be at work
 * @param applied revisions that have to be applied
 * @param absent revisions that may not be applied
 */
public record ScriptGuard(OwnTables tables, Lock lock, List<String> applied, List<String> absent) {

	public ScriptGuard {
		applied = List.copyOf(applied);
		absent = List.copyOf(absent);
	}

	/** Whether other runs are kept out. */
	public enum Lock {

		/** Until the script ends. */
		TAKEN,

		/** The claim of each revision has to be enough. */
		NOT_TAKEN

	}

}
