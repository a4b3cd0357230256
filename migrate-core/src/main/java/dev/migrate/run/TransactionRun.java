package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.Bookkeeping;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.OwnStatement;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import org.springframework.dao.DataAccessException;

/**
 * Runs the steps of a transaction: all are claimed before the first statement, and
 * recorded after the last. Record and commit can wait for the claim of the next
 * transaction and go out with it, which is before its statements.
 */
final class TransactionRun {

	private static final OwnStatement COMMIT = OwnStatement.of("COMMIT");

	private static final OwnStatement BEGIN = OwnStatement.of("BEGIN");

	// The next transaction is of the same kind as this one.
	private static final OwnStatement COMMIT_AND_BEGIN = OwnStatement.of("COMMIT AND CHAIN");

	private final DatabaseSession session;

	private final StepRecords records;

	private final LockHandle lock;

	private final SessionState state;

	private final MigrationListener listener;

	private final StatementRunner statements;

	private final StepFailures failures;

	private final List<StepOutcome> committed;

	// What has run and is not committed.
	private final List<StepOutcome> open = new ArrayList<>();

	// Of how many committed steps only the journal tells how long they took.
	private int untimed;

	// Whether the session is as it was found, with our limits in force.
	private boolean ready;

	private Step current;

	/**
	 * Create a run.
	 * @param statements sends those of the steps
	 * @param first the step that begins
	 * @param committed gets what is committed
	 */
	TransactionRun(DatabaseSession session, StepRecords records, LockHandle lock, SessionState state,
			MigrationListener listener, StatementRunner statements, Step first, List<StepOutcome> committed) {
		this.session = session;
		this.records = records;
		this.lock = lock;
		this.state = state;
		this.listener = listener;
		this.statements = statements;
		this.failures = new StepFailures(session.dialect());
		this.current = first;
		this.committed = committed;
	}

	/** Return the step that runs, or that a failure is about. */
	Step current() {
		return this.current;
	}

	/** Take note that somebody else has used the session. */
	void unready() {
		this.ready = false;
	}

	/**
	 * Run steps.
	 * @param steps that commit together
	 * @param count of all steps of the plan
	 * @param commit when, if the session and the lock allow to wait
	 * @throws MigrateException if something is refused; nothing uncommitted remains then
	 */
	void run(List<Step> steps, int count, Commit commit) {
		int number = this.committed.size() + this.open.size() + 1;
		orUndone(() -> {
			claim(steps, number, count);
			for (int index = 0; index < steps.size(); index++) {
				if (index > 0) {
					begin(steps.get(index), number + index, count);
				}
				one(steps.get(index));
			}
			if (commit == Commit.NOW || !canWait()) {
				commit();
			}
		});
	}

	/**
	 * Commit what waits for it.
	 * @throws MigrateException if that is refused
	 */
	void settle() {
		if (!this.open.isEmpty()) {
			orUndone(this::commit);
		}
	}

	// Going back to autocommit would commit what is half done.
	private void orUndone(Work work) {
		boolean done = false;
		try {
			this.session.connection().setAutoCommit(false);
			work.run();
			done = true;
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			throw (cause != null) ? refused(cause) : ex;
		}
		finally {
			if (!done) {
				this.open.clear();
				this.session.undo();
				this.session.autoCommit();
			}
		}
	}

	private MigrateException refused(SQLException cause) {
		return this.session.refused("the version record of " + this.current.revision().id(), cause);
	}

	private boolean canWait() {
		return this.open.size() == 1 && this.lock.livesWithSession() && this.state.lasts()
				&& this.session.dialect().sendsTogether();
	}

	private void begin(Step step, int number, int count) {
		this.current = step;
		this.listener.onEvent(new MigrationEvent.StepStarted(step.revision(), step.direction(), number, count));
	}

	// What is ours before the statements goes out at once: the record of the step before,
	// the session as it was, and the claim.
	private void claim(List<Step> steps, int number, int count) {
		Step first = steps.get(0);
		boolean waited = !this.open.isEmpty();
		List<OwnStatement> statements = new ArrayList<>();
		if (waited) {
			statements.add(line(this.open.get(0)));
			statements.addAll(this.ready ? List.of(COMMIT_AND_BEGIN) : List.of(COMMIT, BEGIN));
		}
		else {
			begin(first, number, count);
		}
		if (!this.ready) {
			statements.addAll(this.records.ready(this.state));
		}
		statements.add(this.records.claim(first, Bookkeeping.Finished.YES));
		boolean claimed = false;
		DataAccessException failure = null;
		try {
			claimed = this.session.send(statements) == 1;
			this.ready = true;
		}
		catch (DataAccessException ex) {
			failure = ex;
			if (waited) {
				refuseUncommitted(ex);
			}
		}
		if (waited) {
			committed();
			begin(first, number, count);
		}
		if (failure != null && !this.records.isTaken(failure)) {
			throw failure;
		}
		if (!claimed) {
			throw this.failures.claimed(first);
		}
		claimAll(steps.subList(1, steps.size()));
	}

	// The commit went out before what may have been refused.
	private void refuseUncommitted(DataAccessException failure) {
		SQLException cause = DatabaseFailure.cause(failure);
		if (cause == null) {
			throw failure;
		}
		if (this.session.dialect().failureKind(cause) == FailureKind.CONNECTION) {
			throw this.failures.commit(this.current, cause);
		}
		this.session.undo();
		if (!isDone(this.current)) {
			throw this.failures.isOfCommit(cause) ? this.failures.commit(this.current, cause) : failure;
		}
	}

	private void claimAll(List<Step> steps) {
		List<OwnStatement> claims = new ArrayList<>(steps.size());
		for (Step step : steps) {
			claims.add(this.records.claim(step, Bookkeeping.Finished.YES));
		}
		try {
			int[] changed = this.session.sendEach(claims, this.state);
			for (int index = 0; index < changed.length; index++) {
				if (changed[index] == 0) {
					throw taken(steps.get(index));
				}
			}
		}
		catch (DataAccessException ex) {
			if (!this.records.isTaken(ex)) {
				throw ex;
			}
			this.session.undo();
			for (Step step : steps) {
				if (isDone(step)) {
					throw taken(step);
				}
			}
			throw taken(this.current);
		}
	}

	private MigrateException taken(Step step) {
		this.current = step;
		return this.failures.claimed(step);
	}

	private boolean isDone(Step step) {
		boolean applied = new JdbcVersionStore(this.session.connection(), this.session.tables())
			.holds(step.revision().id());
		return applied == (step.direction() == Direction.UPGRADE);
	}

	private void one(Step step) throws SQLException {
		long start = System.nanoTime();
		if (!this.ready) {
			this.session.send(this.records.ready(this.state));
		}
		this.statements.runAll(step);
		this.ready = this.state.lasts() && this.statements.sessionOutlived();
		if (this.statements.sessionChanged()) {
			this.state.settings(this.session.connection());
		}
		this.open.add(new StepOutcome(step, Duration.ofNanos(System.nanoTime() - start)));
	}

	private void commit() throws SQLException {
		this.current = this.open.get(this.open.size() - 1).step();
		this.lock.keep();
		List<OwnStatement> statements = lastRecords();
		if (this.session.dialect().sendsTogether()) {
			statements.add(COMMIT);
			send(statements);
		}
		else {
			this.session.send(statements);
			commit(this.current);
		}
		this.session.autoCommit();
		committed();
		this.untimed = 0;
	}

	private List<OwnStatement> lastRecords() {
		List<OwnStatement> statements = new ArrayList<>();
		StepOutcome last = this.open.get(this.open.size() - 1);
		if (this.open.size() == 1) {
			statements.add(line(last));
		}
		else {
			List<OwnStatement> lines = new ArrayList<>(this.open.size());
			for (StepOutcome outcome : this.open) {
				lines.add(line(outcome));
			}
			this.session.sendEach(lines, this.state);
		}
		if (last.step().direction() == Direction.UPGRADE) {
			statements.add((this.untimed + this.open.size() == 1) ? this.records.finish(last.step(), last.took())
					: this.records.times());
		}
		return statements;
	}

	private OwnStatement line(StepOutcome outcome) {
		return this.records.line(outcome.step(), outcome.took());
	}

	private void commit(Step last) {
		try {
			this.session.connection().commit();
		}
		catch (SQLException ex) {
			throw this.failures.commit(last, ex);
		}
	}

	private void send(List<OwnStatement> withCommit) {
		try {
			this.session.send(withCommit);
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause != null && this.failures.isOfCommit(cause)) {
				throw this.failures.commit(this.current, cause);
			}
			throw ex;
		}
	}

	private void committed() {
		List<StepOutcome> outcomes = List.copyOf(this.open);
		this.open.clear();
		this.committed.addAll(outcomes);
		this.untimed += outcomes.size();
		for (StepOutcome outcome : outcomes) {
			this.listener.onEvent(new MigrationEvent.StepFinished(outcome.step().revision(), outcome.step().direction(),
					outcome.took()));
		}
	}

	/** When a transaction ends. */
	enum Commit {

		/** With its last statement. */
		NOW,

		/** With the claim of the next. */
		WITH_NEXT

	}

	private interface Work {

		void run() throws SQLException;

	}

}
