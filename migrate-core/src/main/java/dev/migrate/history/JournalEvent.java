package dev.migrate.history;

import java.util.Locale;

/**
 * What a line of the journal says.
 */
public enum JournalEvent {

	/** A run that changes something begins. */
	STARTED,

	/** A statement outside a transaction is about to run. */
	STATEMENT,

	/** A statement outside a transaction has run. */
	DONE,

	/** A revision was applied. */
	APPLIED,

	/** A revision was taken back. */
	REVERTED,

	/** A revision was marked as applied or not applied without running it. */
	STAMPED,

	/** A person settled what a failed run left. */
	REPAIRED,

	/** A revision failed. */
	FAILED,

	/** A run was interrupted from outside and undone. */
	INTERRUPTED,

	/** A run ended without a word; a later run found it. */
	DIED,

	/** A run ended as it should. */
	FINISHED;

	/**
	 * Return the word in the journal.
	 * @return in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Tell whether nothing of its run follows.
	 * @return true for the last line of a run
	 */
	public boolean ends() {
		return this == FAILED || this == INTERRUPTED || this == DIED || this == FINISHED;
	}

}
