package dev.migrate.history;

import java.time.Instant;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * A revision whose last run failed, or was interrupted, and was undone.
 *
 * @param revision which
 * @param operation {@code upgrade} or {@code downgrade}
 * @param event how it ended
 * @param statement at which statement, counted from 1; 0 if at none
 * @param statements of how many
 * @param detail what the database said, or null
 * @param happenedAt when
 */
public record FailedRun(RevisionId revision, String operation, JournalEvent event, int statement, int statements,
		@Nullable String detail, @Nullable Instant happenedAt) {

	/**
	 * Return what happened in a few words.
	 * @return for example {@code upgrade failed at statement 2 of 5}
	 */
	public String describe() {
		String verb = (this.event == JournalEvent.INTERRUPTED) ? " was interrupted" : " failed";
		return this.operation + verb
				+ ((this.statement > 0) ? " at statement " + this.statement + " of " + this.statements : "");
	}

}
