package dev.migrate.history;

import java.time.Instant;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * How far a revision got whose run outside a transaction did not end.
 *
 * @param revision which
 * @param line the number of the last line about it in the journal; 0 if there is none
 * @param operation {@code upgrade} or {@code downgrade}
 * @param digest of the statements that it began with, or null if none was written down
 * @param event the last line about it
 * @param statement the last statement that began, counted from 1; 0 if none did
 * @param statements of how many
 * @param detail what the database said; of a statement that began, what is known of its
 * effect ({@link #TOGETHER}, {@link #NEW}), or null
 * @param happenedAt when
 */
public record UnfinishedStep(RevisionId revision, long line, String operation, @Nullable String digest,
		JournalEvent event, int statement, int statements, @Nullable String detail, @Nullable Instant happenedAt) {

	/** Of a statement that commits together with the line that says it is done. */
	public static final String TOGETHER = "commits with the journal";

	/** Of a statement whose effect was not in the catalogue before it began. */
	public static final String NEW = "not there before";

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
	 * Tell whether its run ended without a word, and not with an error that somebody has
	 * to do something about.
	 * @return false if it failed or was interrupted, or the journal knows nothing of it
	 */
	public boolean died() {
		return this.event == JournalEvent.STATEMENT || this.event == JournalEvent.DONE;
	}

	/**
	 * Tell whether the journal alone does not know what became of the next statement.
	 * @return true if it began by itself and no end was heard of
	 */
	public boolean doubtful() {
		return this.event == JournalEvent.STATEMENT && this.statement > 0 && !TOGETHER.equals(this.detail);
	}

	/**
	 * Tell whether an effect that is there now is that of the next statement.
	 * @return true if it was not there when the statement began
	 */
	public boolean effectIsNew() {
		return NEW.equals(this.detail);
	}

	/**
	 * Return what went wrong.
	 * @return the database's words, or null if it did not fail
	 */
	public @Nullable String failure() {
		return died() ? null : this.detail;
	}

}
