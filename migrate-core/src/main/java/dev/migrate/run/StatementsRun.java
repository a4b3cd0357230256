package dev.migrate.run;

import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RunIdentity;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.Section;
import dev.migrate.sql.SqlStatement;

/**
 * Runs the rest of a section outside a transaction, journalled statement by statement.
 */
public final class StatementsRun {

	private final DatabaseSession session;

	private final JdbcJournal journal;

	private final RunIdentity identity;

	/**
	 * Create a run.
	 * @param session whose connection is used, in autocommit
	 * @param journal is told before and after each statement
	 * @param identity who runs
	 */
	public StatementsRun(DatabaseSession session, JdbcJournal journal, RunIdentity identity) {
		this.session = session;
		this.journal = journal;
		this.identity = identity;
	}

	/**
	 * Run statements.
	 * @param section of a revision
	 * @param revision which
	 * @param first the first statement to run, counted from 1
	 * @throws MigrateException with STATEMENT_FAILED if the database refuses one
	 */
	public void from(Section section, RevisionId revision, int first) {
		int count = section.statements().size();
		for (int number = first; number <= count; number++) {
			SqlStatement statement = section.statements().get(number - 1);
			this.journal.write(this.identity,
					JournalEntry.of(JournalEvent.STATEMENT, revision, number, count, "repair"));
			try (Statement jdbc = this.session.connection().createStatement()) {
				jdbc.setEscapeProcessing(false);
				jdbc.execute(statement.text());
			}
			catch (SQLException ex) {
				DatabaseFailure failure = this.session.dialect().failure(ex);
				this.journal.write(this.identity,
						JournalEntry.of(JournalEvent.FAILED, revision, number, count, failure.message()));
				throw new MigrateException(ErrorCode.STATEMENT_FAILED,
						"Repairing revision " + revision + " failed at statement " + number + " of " + count + " ("
								+ statement.location() + ") with SQLSTATE " + failure.sqlState() + ".",
						failure.message(), ex);
			}
			this.journal.write(this.identity, JournalEntry.of(JournalEvent.DONE, revision, number, count, "repair"));
		}
	}

}
