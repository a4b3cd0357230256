package dev.migrate.history;

import java.time.Instant;
import java.util.List;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * A run that began and of whose end there is no line.
 *
 * @param identity who runs what
 * @param since when it began
 * @param detail what it said when it began, or null
 * @param lines about its steps so far, those that are committed
 */
public record OpenRun(RunIdentity identity, @Nullable Instant since, @Nullable String detail, List<Line> lines) {

	public OpenRun {
		lines = List.copyOf(lines);
	}

	/**
	 * Count the revisions that it has finished.
	 * @return how many were applied or taken back
	 */
	public int done() {
		return (int) this.lines.stream()
			.filter((line) -> line.event() == JournalEvent.APPLIED || line.event() == JournalEvent.REVERTED)
			.count();
	}

	/**
	 * A line about a step.
	 *
	 * @param revision which
	 * @param event what happened
	 * @param statement at which statement outside a transaction, counted from 1; 0 if at
	 * none
	 * @param statements of how many
	 */
	public record Line(RevisionId revision, JournalEvent event, int statement, int statements) {
	}

}
