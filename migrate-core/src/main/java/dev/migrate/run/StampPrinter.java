package dev.migrate.run;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.history.Bookkeeping;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.ScriptedBookkeeping;
import dev.migrate.history.VersionRow;
import dev.migrate.plan.StampPlan;
import dev.migrate.revision.RevisionId;

/**
 * Writes a stamp as a script.
 */
public final class StampPrinter {

	private final Dialect dialect;

	private final ScriptWords words;

	private final OwnTables tables;

	/**
	 * Create a printer.
	 * @param dialect of the database that the script is for
	 * @param tables our tables there
	 */
	public StampPrinter(Dialect dialect, OwnTables tables) {
		this.dialect = dialect;
		this.words = dialect.scriptWords();
		this.tables = tables;
	}

	/**
	 * Print a stamp.
	 * @param plan what changes
	 * @param frame what stands around it
	 * @return the script; a comment alone if nothing changes
	 */
	public String print(StampPlan plan, ScriptFrame frame) {
		ScriptText text = new ScriptText(this.words, frame.form());
		if (plan.isEmpty()) {
			return text.comment("Nothing to do: the database is at " + ScriptText.ids(plan.from()) + ".").toString();
		}
		text.comment("Stamp from " + ScriptText.ids(plan.from()) + " to " + ScriptText.ids(plan.to()) + " on "
				+ this.dialect.name() + "; no statement of a revision is in it.");
		text.open(frame, this.dialect, this.tables);
		ScriptedBookkeeping bookkeeping = new ScriptedBookkeeping(this.tables, this.words, "stamp",
				frame.applicationVersion());
		text.statement(bookkeeping.line(JournalEntry.of(JournalEvent.STARTED, frame.detail()))).blank();
		List<String> transaction = this.dialect.transactionalDdl() ? List.of("BEGIN") : List.of();
		text.statements(transaction);
		for (RevisionId id : plan.removed()) {
			text.statement(bookkeeping.delete(id)).statement(line(bookkeeping, id, "removed"));
		}
		for (VersionRow row : plan.added()) {
			text.statement(bookkeeping.insert(row, Bookkeeping.Finished.YES))
				.statement(line(bookkeeping, row.revision().id(), "added"));
		}
		if (!transaction.isEmpty()) {
			text.statement("COMMIT");
		}
		text.blank().statement(bookkeeping.finished(frame.fingerprint(), frame.after()));
		return text.statements(this.words.unlocking(this.tables)).toString();
	}

	private static String line(ScriptedBookkeeping bookkeeping, RevisionId id, String word) {
		return bookkeeping.line(JournalEntry.of(JournalEvent.STAMPED, id, 0, 0, word));
	}

}
