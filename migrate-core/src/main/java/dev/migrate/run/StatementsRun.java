package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Postcheck;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RunIdentity;
import dev.migrate.history.UnfinishedStep;
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
		this.statements = new StatementRunner(session, state, settings, listener, cancellation);
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
		run(step, null, 0);
	}

	/**
	 * Go on with a step whose run died, where the journal and the catalogue say that it
	 * got to.
	 * @param step claimed by the caller
	 * @param begun how far it got
	 * @throws MigrateException if the database refuses a statement
	 */
	void goOn(Step step, UnfinishedStep begun) {
		Postcheck postcheck = begun.doubtful() ? postcheck(step, begun.statement()) : Postcheck.NONE;
		run(step, begun, (postcheck == Postcheck.REPEAT) ? begun.statement() : 0);
	}

	/**
	 * Go on with a step that died or failed because a person says so: a statement of
	 * which nothing is known runs again, and counts as done if the database refuses it
	 * because its effect is there.
	 * @param step claimed by the caller
	 * @param begun how far it got
	 * @throws MigrateException if the database refuses a statement; the journal says so
	 */
	public void resume(Step step, UnfinishedStep begun) {
		journalled(step, () -> run(step, begun, begun.doubtful() ? begun.next() : 0));
	}

	/**
	 * Run a step of which some effects may be there already: what is refused for that
	 * counts as done.
	 * @param step claimed by the caller
	 * @throws MigrateException if the database refuses a statement; the journal says so
	 */
	public void forgive(Step step) {
		journalled(step, () -> run(step, null, step.section().actions().size()));
	}

	private void journalled(Step step, Runnable work) {
		try {
			work.run();
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
			if (failure.code() == ErrorCode.LOCKED) {
				return;
			}
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

	private void run(Step step, @Nullable UnfinishedStep begun, int forgiven) {
		try {
			this.state.restore(this.session.connection());
			limit(step);
			this.sharesCommits = !controlsTransactions(step);
			int first = (begun != null) ? begun.next() : 1;
			settingsBefore(step, first);
			if (begun != null && begun.statement() == first && first <= step.section().actions().size()) {
				first += foundDone(step, begun, first) ? 1 : 0;
			}
			for (int number = first; number <= step.section().actions().size(); number++) {
				this.current = number;
				one(step, number <= forgiven);
			}
		}
		catch (SQLException ex) {
			throw this.session.refused("the journal of revision " + step.revision().id(), ex);
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause != null) {
				throw this.session.refused("the journal of revision " + step.revision().id(), cause);
			}
			throw ex;
		}
	}

	/**
	 * Refuse a step that sets what its next statement would not find.
	 * @param step not begun yet
	 */
	void refuseSettingsThatDoNotLast(Step step) {
		if (this.state.lasts()) {
			return;
		}
		LexicalRules rules = this.session.dialect().lexicalRules();
		for (SqlStatement statement : step.section().statements()) {
			StatementFacts facts = StatementFacts.of(statement, rules);
			if (facts.changesSession() || facts.transactionControl() != null) {
				throw new MigrateException(ErrorCode.DATABASE_REFUSED,
						"Revision " + step.revision().id()
								+ " needs a session that lasts from one statement to the next (" + statement.location()
								+ ", outside a transaction), and the connection goes through a"
								+ " pooler that hands out a session for each transaction. Nothing of it was run.",
						"Give migrations a direct connection with spring.migrate.url.");
			}
		}
	}

	/**
	 * Remove what the death of a statement left, and look whether it was done after all.
	 */
	private boolean foundDone(Step step, UnfinishedStep begun, int number) throws SQLException {
		Action action = step.section().actions().get(number - 1);
		takeUp();
		if (action instanceof SqlStatement statement) {
			this.session.dialect().clearHalfDone(this.session.connection(), statement);
		}
		boolean done = begun.doubtful() && begun.effectIsNew() && isThere(action);
		setAside();
		if (done) {
			this.current = number;
			ours(JournalEvent.DONE, step, "found done by a later run");
		}
		return done;
	}

	private boolean isThere(Action action) throws SQLException {
		Dialect dialect = this.session.dialect();
		return action instanceof SqlStatement statement && dialect.postcheck(statement) == Postcheck.CATALOGUE
				&& dialect.isDone(this.session.connection(), statement);
	}

	private Postcheck postcheck(Step step, int number) {
		return (step.section().actions().get(number - 1) instanceof SqlStatement statement)
				? this.session.dialect().postcheck(statement) : Postcheck.NONE;
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
		if (!this.state.lasts()) {
			return;
		}
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
				alone(step, action);
			}
		}
		catch (StatementFailedException ex) {
			if (!forgiving || !(ex.getCause() instanceof SQLException cause)
					|| !(action instanceof SqlStatement statement)
					|| !this.session.dialect().alreadyDone(statement, cause)) {
				throw ex;
			}
			ours(JournalEvent.DONE, step, "its effect was there already");
		}
	}

	private boolean commitsWithJournal(Action action) {
		return !(action instanceof SqlStatement statement) || this.session.dialect().commitsWithJournal(statement);
	}

	// Only what is not there before can be known for its effect afterwards.
	private void alone(Step step, Action action) throws SQLException {
		boolean isNew = false;
		if (postcheck(step, this.current) == Postcheck.CATALOGUE) {
			takeUp();
			isNew = !isThere(action);
			setAside();
		}
		ours(JournalEvent.STATEMENT, step, isNew ? UnfinishedStep.NEW : null);
		takeUp();
		this.statements.run(step, this.current);
		setAside();
		ours(JournalEvent.DONE, step, null);
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
		ours(JournalEvent.STATEMENT, step, UnfinishedStep.TOGETHER);
		connection.setAutoCommit(false);
		boolean committed = false;
		try {
			limitThis();
			takeUp();
			this.statements.run(step, this.current);
			if (this.theirs != null || this.statements.sessionChanged()) {
				this.state.settings(connection);
			}
			journal(JournalEvent.DONE, step, null);
			this.lock.keep();
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

	private void limitThis() throws SQLException {
		if (!this.state.lasts()) {
			for (String statement : this.session.dialect()
				.limits(this.settings.lockTimeout(), this.settings.statementTimeout(), true)) {
				this.session.execute(statement);
			}
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

	// A line and the lock that allows it commit together: a run that lost the lock can't
	// write into the story of the one that goes on. A commit of ours would end a
	// transaction that the revision opened.
	private void ours(JournalEvent event, Step step, @Nullable String detail) throws SQLException {
		if (this.sharesCommits) {
			this.session.atOnce(() -> {
				journal(event, step, detail);
				this.lock.keep();
			});
		}
		else {
			this.lock.keep();
			journal(event, step, detail);
		}
	}

	private void journal(JournalEvent event, Step step, @Nullable String detail) {
		this.journal.write(this.identity,
				JournalEntry.of(event, step.revision().id(), this.current, step.section().actions().size(), detail));
	}

}
