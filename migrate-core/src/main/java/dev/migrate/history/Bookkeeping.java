package dev.migrate.history;

import java.util.List;

import dev.migrate.dialect.OwnTables;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write version table and journal, as values. Each names its columns,
 * so that it works on tables that a later version has widened.
 */
public final class Bookkeeping {

	private static final String INSERT = """
			INSERT INTO %s (revision, revises, depends_on, branch_labels, message, checksum, applied_at, applied_by,
			                application_version, downgrade_sql, downgrade_mode)
			VALUES (?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP, ?, ?, ?, ?)""";

	private static final String FINISH = """
			UPDATE %s SET applied_at = CURRENT_TIMESTAMP, execution_ms = ? WHERE revision = ?""";

	// The journal has the times as soon as they are known; updating each row at once
	// would take as long as inserting it.
	private static final String TIMES = """
			UPDATE %s AS v SET execution_ms = j.execution_ms FROM %s j
			WHERE j.run = ? AND j.event = 'applied' AND v.revision = j.revision AND v.execution_ms IS NULL""";

	private static final String REOPEN = """
			UPDATE %s SET applied_at = NULL WHERE revision = ? AND applied_at IS NOT NULL""";

	private static final String TAKE_OVER = """
			UPDATE %s SET applied_by = ?, application_version = ? WHERE revision = ? AND applied_at IS NULL""";

	private static final String DELETE = "DELETE FROM %s WHERE revision = ?";

	private static final String JOURNAL = """
			INSERT INTO %s (run, operation, event, revision, statement, statements, happened_at, execution_ms,
			                performed_by, host, application_version, detail, fingerprint, applied)
			VALUES (?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP, ?, ?, ?, ?, ?, ?, ?)""";

	// The same with nothing but what a line about a whole revision holds: each revision
	// has one.
	private static final String STEP = """
			INSERT INTO %s (run, operation, event, revision, happened_at, execution_ms, performed_by, host,
			                application_version)
			VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, ?, ?, ?, ?)""";

	private final OwnTables tables;

	// One and the same text each time: the driver recognises it.
	private final String insert;

	private final String finish;

	private final String delete;

	private final String line;

	private final String step;

	/**
	 * Create the statements of two tables.
	 * @param tables their names
	 */
	public Bookkeeping(OwnTables tables) {
		this.tables = tables;
		this.insert = INSERT.replace("%s", tables.version());
		this.finish = FINISH.replace("%s", tables.version());
		this.delete = DELETE.replace("%s", tables.version());
		this.line = JOURNAL.replace("%s", tables.journal());
		this.step = STEP.replace("%s", tables.journal());
	}

	/**
	 * Claim a revision that is about to be applied: the first change of its transaction,
	 * so that a second runner meets the key.
	 * @param row what is known of it
	 * @param finished false where its statements run outside a transaction: the row then
	 * waits for {@link #finish}
	 * @return the statement
	 */
	public OwnStatement insert(VersionRow row, Finished finished) {
		return insert(row, finished, row.appliedBy());
	}

	OwnStatement insert(VersionRow row, Finished finished, Object appliedBy) {
		Revision revision = row.revision();
		return OwnStatement.of(
				(finished == Finished.YES) ? this.insert : this.insert.replace("CURRENT_TIMESTAMP", "NULL"),
				revision.id().value(), revision.parents().isEmpty() ? "base" : join(revision.parents()),
				joined(revision.dependsOn()), joined(revision.branchLabels()), revision.message(), row.checksum(),
				appliedBy, row.applicationVersion(), row.downgradeSql(), row.downgradeMode().word());
	}

	private static String join(List<RevisionId> ids) {
		StringBuilder text = new StringBuilder();
		for (RevisionId id : ids) {
			text.append(text.isEmpty() ? "" : ",").append(id.value());
		}
		return text.toString();
	}

	private static @Nullable String joined(List<String> words) {
		return words.isEmpty() ? null : String.join(",", words);
	}

	/**
	 * Write down that a revision is applied.
	 * @param id which
	 * @param executionMs how long it took
	 * @return the statement
	 */
	public OwnStatement finish(RevisionId id, long executionMs) {
		return finish(id, Long.valueOf(executionMs));
	}

	OwnStatement finish(RevisionId id, @Nullable Long executionMs) {
		return OwnStatement.of(this.finish, executionMs, id.value());
	}

	/**
	 * Write down how long each revision took that a run has applied, as its lines in the
	 * journal say. Only for databases with DDL in transactions: elsewhere {@link #finish}
	 * has done it.
	 * @param run of the journal
	 * @return the statement
	 */
	public OwnStatement times(String run) {
		return OwnStatement.of(TIMES.formatted(this.tables.version(), this.tables.journal()), run);
	}

	/**
	 * Claim a revision that is about to be taken back outside a transaction.
	 * @param id which
	 * @return the statement; it changes no row if somebody else has taken it back, or is
	 * about to
	 */
	public OwnStatement reopen(RevisionId id) {
		return OwnStatement.of(REOPEN.formatted(this.tables.version()), id.value());
	}

	/**
	 * Claim a revision whose run died. It locks the row: of two who want to go on with it
	 * the second waits, and then finds a newer line in the journal.
	 * @param id which
	 * @param run who goes on
	 * @return the statement; it changes no row if the revision is no longer unfinished
	 */
	public OwnStatement takeOver(RevisionId id, RunIdentity run) {
		return OwnStatement.of(TAKE_OVER.formatted(this.tables.version()), run.performedBy(), run.applicationVersion(),
				id.value());
	}

	/**
	 * Remove a revision.
	 * @param id which
	 * @return the statement; it changes no row if the revision was not there
	 */
	public OwnStatement delete(RevisionId id) {
		return OwnStatement.of(this.delete, id.value());
	}

	/**
	 * Add a line to the journal.
	 * @param run who runs what
	 * @param entry what happened
	 * @return the statement
	 */
	public OwnStatement line(RunIdentity run, JournalEntry entry) {
		return line(run.operation(), run.applicationVersion(), entry, new Measured(run.run(), run.performedBy(),
				run.host(), entry.executionMs(), entry.fingerprint(), entry.applied()));
	}

	/**
	 * Add a line about a whole revision to the journal.
	 * @param run who runs what
	 * @param event what happened to it
	 * @param revision which
	 * @param executionMs how long it took
	 * @return the statement
	 */
	public OwnStatement step(RunIdentity run, JournalEvent event, RevisionId revision, long executionMs) {
		return OwnStatement.of(this.step, run.run(), run.operation(), event.word(), revision.value(), executionMs,
				run.performedBy(), run.host(), run.applicationVersion());
	}

	OwnStatement line(String operation, @Nullable String applicationVersion, JournalEntry entry, Measured measured) {
		RevisionId revision = entry.revision();
		return OwnStatement.of(this.line, measured.run(), operation, entry.event().word(),
				(revision != null) ? revision.value() : null, (entry.statement() > 0) ? entry.statement() : null,
				(entry.statements() > 0) ? entry.statements() : null, measured.executionMs(), measured.performedBy(),
				measured.host(), applicationVersion, entry.detail(), measured.fingerprint(), measured.applied());
	}

	/** What of a journal line is known only while it runs: values, or expressions. */
	record Measured(Object run, Object performedBy, @Nullable Object host, @Nullable Object executionMs,
			@Nullable Object fingerprint, @Nullable Object applied) {
	}

	/** Whether a row is written finished at once. */
	public enum Finished {

		/** It commits with its statements. */
		YES,

		/** Its statements commit one by one. */
		NOT_YET

	}

}
