package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RunIdentity;
import dev.migrate.plan.Step;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.Action;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Runs the statements of a step outside a transaction, each journalled before and after.
 * Where the database can, a statement commits together with the line that says so.
 */
public final class StatementsRun {

	// The server refuses it in a transaction, before it has done anything.
	private static final String NOT_IN_A_TRANSACTION = "25001";

	private final DatabaseSession session;

	private final JdbcJournal journal;

	private final RunIdentity identity;

	private final RunSettings settings;

	private final LockHandle lock;

	private final SessionState state;

	private final StatementRunner statements;

	private @Nullable SessionState theirs;

	private boolean sharesCommits;

	private int current;

	/**
	 * Create a run.
	 * @param session whose connection is used, in autocommit
	 * @param settings limits of the statements
	 * @param identity who runs
	 * @param listener is told everything
	 * @param cancellation lets another thread stop the run
	 * @param lock kept alive between statements
	 * @param state of the session for our own statements
	 */
	public StatementsRun(DatabaseSession session, RunSettings settings, RunIdentity identity,
			MigrationListener listener, Cancellation cancellation, LockHandle lock, SessionState state) {
		this.session = session;
		this.settings = settings;
		this.identity = identity;
		this.lock = lock;
		this.state = state;
		this.journal = new JdbcJournal(session.connection(), session.tables());
		this.statements = new StatementRunner(session, listener, cancellation, settings.arguments());
	}

	/**
	 * Return the statement that runs or ran last.
	 * @return counted from 1; 0 before the first
	 */
	public int current() {
		return this.current;
	}

	/**
	 * Run all statements.
	 * @param step claimed by the caller
	 * @throws MigrateException if the database refuses one
	 */
	public void run(Step step) {
		run(step, 1, 0);
	}

	/**
	 * Go on with a step that was begun before.
	 * @param step claimed by the caller
	 * @param first the first statement to run, counted from 1; what its death left is
	 * removed before
	 * @param forgiven up to which statement a refusal because the effect is there already
	 * counts as done; 0 for none
	 * @throws MigrateException if the database refuses one
	 */
	public void goOn(Step step, int first, int forgiven) {
		try {
			if (first <= step.section().actions().size()
					&& step.section().actions().get(first - 1) instanceof SqlStatement statement) {
				this.session.dialect().clearHalfDone(this.session.connection(), statement);
			}
		}
		catch (SQLException ex) {
			throw this.session
				.refused("removing what statement " + first + " of revision " + step.revision().id() + " left", ex);
		}
		try {
			run(step, first, forgiven);
		}
		catch (MigrateException ex) {
			failed(step, ex);
			throw ex;
		}
	}

	private void failed(Step step, MigrateException failure) {
		if (failure.code() == ErrorCode.NO_CONNECTION) {
			return;
		}
		try {
			leave();
			journal(JournalEvent.FAILED, step, (failure instanceof StatementFailedException statement)
					? statement.failure().message() : failure.getMessage());
		}
		catch (DataAccessException ex) {
			// The connection is gone: the next run finds the open run and writes `died`.
		}
	}

	/**
	 * Get back to where our own lines can be written: the failed statement may have left
	 * a transaction open, or the role that may write them.
	 */
	void leave() {
		try {
			this.session.connection().setAutoCommit(false);
			this.session.undo();
			this.session.autoCommit();
			this.state.settings(this.session.connection());
		}
		catch (SQLException ex) {
			// The connection is gone; the next run finds the open run and writes `died`.
		}
	}

	private void run(Step step, int first, int forgiven) {
		try {
			this.state.restore(this.session.connection());
			limit(step);
			this.sharesCommits = !controlsTransactions(step);
			settingsBefore(step, first);
			for (int number = first; number <= step.section().actions().size(); number++) {
				this.lock.keep();
				this.current = number;
				journal(JournalEvent.STATEMENT, step, null);
				one(step, number <= forgiven);
			}
		}
		catch (SQLException ex) {
			throw this.session.refused("the journal of revision " + step.revision().id(), ex);
		}
		catch (DataAccessException ex) {
			if (ex.getMostSpecificCause() instanceof SQLException cause) {
				throw this.session.refused("the journal of revision " + step.revision().id(), cause);
			}
			throw ex;
		}
	}

	// What was done before is not done again, but the session that it was done in is
	// gone.
	private void settingsBefore(Step step, int first) throws SQLException {
		for (int number = 1; number < first; number++) {
			if (step.section().actions().get(number - 1) instanceof SqlStatement statement
					&& StatementFacts.of(statement, this.session.dialect().lexicalRules()).changesSession()) {
				takeUp();
				this.statements.run(step, number);
				setAside();
			}
		}
	}

	private void limit(Step step) throws SQLException {
		boolean waits = Concurrent.waitsForOthers(step);
		for (String statement : this.session.dialect()
			.limits(waits ? null : this.settings.lockTimeout(), this.settings.statementTimeout(), false)) {
			this.session.execute(statement);
		}
	}

	private void one(Step step, boolean forgiving) throws SQLException {
		Action action = step.section().actions().get(this.current - 1);
		try {
			if (!(this.sharesCommits && commitsWithJournal(action) && together(step))) {
				takeUp();
				this.statements.run(step, this.current);
				setAside();
				journal(JournalEvent.DONE, step, null);
			}
		}
		catch (StatementFailedException ex) {
			if (!forgiving || !(ex.getCause() instanceof SQLException cause)
					|| !(action instanceof SqlStatement statement)
					|| !this.session.dialect().alreadyDone(statement, cause)) {
				throw ex;
			}
			journal(JournalEvent.DONE, step, "its effect was there already");
		}
	}

	private boolean commitsWithJournal(Action action) {
		return !(action instanceof SqlStatement statement) || this.session.dialect().commitsWithJournal(statement);
	}

	// A transaction of the revision's own making may be open from one statement to the
	// next.
	private boolean controlsTransactions(Step step) {
		LexicalRules rules = this.session.dialect().lexicalRules();
		return step.section()
			.statements()
			.stream()
			.anyMatch((statement) -> StatementFacts.of(statement, rules).transactionControl() != null);
	}

	private boolean together(Step step) throws SQLException {
		Connection connection = this.session.connection();
		connection.setAutoCommit(false);
		boolean committed = false;
		try {
			takeUp();
			this.statements.run(step, this.current);
			if (this.theirs != null || this.statements.sessionChanged()) {
				this.state.settings(connection);
			}
			journal(JournalEvent.DONE, step, null);
			connection.commit();
			committed = true;
			return true;
		}
		catch (StatementFailedException ex) {
			boolean sql = step.section().actions().get(this.current - 1) instanceof SqlStatement;
			if (sql && ex.failure().sqlState().equals(NOT_IN_A_TRANSACTION)) {
				return false;
			}
			throw ex;
		}
		finally {
			if (!committed) {
				this.session.undo();
			}
			this.session.autoCommit();
		}
	}

	private void takeUp() throws SQLException {
		if (this.theirs != null) {
			this.theirs.settings(this.session.connection());
		}
	}

	// Our own lines are written as the session was; the next statement finds it as the
	// last one left it.
	private void setAside() throws SQLException {
		if (this.statements.sessionChanged() || this.theirs != null) {
			this.theirs = this.session.dialect().session(this.session.connection());
			this.state.settings(this.session.connection());
		}
	}

	private void journal(JournalEvent event, Step step, @Nullable String detail) {
		this.journal.write(this.identity,
				JournalEntry.of(event, step.revision().id(), this.current, step.section().actions().size(), detail));
	}

}
