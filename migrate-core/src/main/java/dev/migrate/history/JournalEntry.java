package dev.migrate.history;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal about to be written; time and place are the journal's to add.
 *
 * @param event what happened
 * @param revision to which revision, or null if to the run
 * @param statement which statement, counted from 1; 0 for none
 * @param statements of how many; 0 for none
 * @param executionMs how long it took, or null if that is no matter
 * @param detail one sentence for people, or null
 * @param fingerprint of the sources, if the run leaves nothing pending; else null
 * @param applied how many revisions are applied when the run ends, or null if it goes on
 */
public record JournalEntry(JournalEvent event, @Nullable RevisionId revision, int statement, int statements,
		@Nullable Long executionMs, @Nullable String detail, @Nullable String fingerprint, @Nullable Long applied) {

	/**
	 * Make a line about a run.
	 * @param event what happened
	 * @param detail a sentence, or null
	 * @return the entry
	 */
	public static JournalEntry of(JournalEvent event, @Nullable String detail) {
		return new JournalEntry(event, null, 0, 0, null, detail, null, null);
	}

	/**
	 * Make a line about a revision.
	 * @param event what happened
	 * @param revision to which
	 * @param executionMs how long it took, or null
	 * @return the entry
	 */
	public static JournalEntry of(JournalEvent event, RevisionId revision, @Nullable Long executionMs) {
		return new JournalEntry(event, revision, 0, 0, executionMs, null, null, null);
	}

	/**
	 * Make a line about a statement.
	 * @param event what happened
	 * @param revision of the statement
	 * @param statement counted from 1
	 * @param statements of how many
	 * @param detail a sentence, or null
	 * @return the entry
	 */
	public static JournalEntry of(JournalEvent event, RevisionId revision, int statement, int statements,
			@Nullable String detail) {
		return new JournalEntry(event, revision, statement, statements, null, detail, null, null);
	}

}
