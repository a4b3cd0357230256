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
		if (this.statement == 0) {
			return "died before its first statement";
		}
		String verb = switch (this.event) {
			case FAILED -> "failed at";
			case INTERRUPTED -> "was interrupted at";
			case DONE -> "died after";
			default -> "died at";
		};
		return verb + " statement " + this.statement + " of " + this.statements;
	}

	/**
	 * Return where to go on.
	 * @return the first statement that is not known to be done, counted from 1
	 */
	public int next() {
		return (this.event == JournalEvent.DONE) ? this.statement + 1 : Math.max(1, this.statement);
	}

	/**
	 * Tell whether nobody knows what became of the next statement.
	 * @return true if it began and no end was heard of
	 */
	public boolean doubtful() {
		return this.event == JournalEvent.STATEMENT && this.statement > 0;
	}

}
