package dev.migrate.history;

import java.time.Instant;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * How far a revision got whose run outside a transaction did not end.
 *
 * @param revision which
 * @param operation {@code upgrade} or {@code downgrade}
 * @param event the last line about it
 * @param statement the last statement that began, counted from 1; 0 if none did
 * @param statements of how many
 * @param detail what the database said, or null if nothing was heard
 * @param happenedAt when
 */
public record UnfinishedStep(RevisionId revision, String operation, JournalEvent event, int statement, int statements,
		@Nullable String detail, @Nullable Instant happenedAt) {

	/**
	 * Return the state in a few words.
	 * @return for example {@code failed at statement 2 of 5}
	 */
	public String describe() {
		String verb = (this.event == JournalEvent.FAILED) ? "failed" : "died";
		return (this.statement == 0) ? verb + " before its first statement"
				: verb + " at statement " + this.statement + " of " + this.statements;
	}

}
