package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RunIdentity;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Executes a plan on one connection, under a lock that the caller holds. What commits
 * together is a unit of the plan; each step claims its version row before anything else.
 */
public final class PlanRunner {

	private final DatabaseSession session;

	private final RunSettings settings;

	private final RunIdentity identity;

	private final MigrationListener listener;

	private final Cancellation cancellation;

	private final JdbcVersionStore versions;

	private final JdbcJournal journal;

	private final StepFailures failures;

	/**
	 * Create a runner.
	 * @param session whose connection does the work, in autocommit
	 * @param settings how to run
	 * @param identity who runs
	 * @param listener is told everything
	 * @param cancellation lets another thread stop the run
	 */
	public PlanRunner(DatabaseSession session, RunSettings settings, RunIdentity identity, MigrationListener listener,
			Cancellation cancellation) {
		this.session = session;
		this.settings = settings;
		this.identity = identity;
		this.listener = listener;
		this.cancellation = cancellation;
		this.versions = new JdbcVersionStore(session.connection(), session.tables());
		this.journal = new JdbcJournal(session.connection(), session.tables());
		this.failures = new StepFailures(session.dialect());
	}

	/**
	 * Run a plan.
	 * @param plan at least one step
	 * @param lock the lock, kept alive between units
	 * @param state of the session, brought back before each step
	 * @return what was done
	 * @throws MigrateException if a step failed; what was committed before it stays
	 */
	public List<StepOutcome> run(MigrationPlan plan, LockHandle lock, SessionState state) {
		List<StepOutcome> outcomes = new ArrayList<>();
		this.listener.onEvent(new MigrationEvent.RunStarted(plan.direction(), plan.steps().size()));
		for (MigrationPlan.Unit unit : plan.units(this.settings.transactionMode())) {
			if (this.cancellation.requested()) {
				throw new MigrateException(
						ErrorCode.INTERRUPTED, "The run was interrupted after " + outcomes.size() + " of "
								+ plan.steps().size() + " revisions; what is done stays.",
						"Run the command again to go on.");
			}
			lock.keep();
			int first = outcomes.size() + 1;
			outcomes.addAll(unit.transactional() ? together(unit, state, first, plan.steps().size())
					: List.of(alone(unit.steps().get(0), lock, state, first, plan.steps().size())));
		}
		return outcomes;
	}

	private List<StepOutcome> together(MigrationPlan.Unit unit, SessionState state, int first, int count) {
		Connection connection = this.session.connection();
		List<StepOutcome> outcomes = new ArrayList<>();
		Step current = unit.steps().get(0);
		try {
			connection.setAutoCommit(false);
			for (Step step : unit.steps()) {
				current = step;
				outcomes.add(inTransaction(step, state, first + outcomes.size(), count));
			}
			commit(unit.steps().get(unit.steps().size() - 1));
			for (StepOutcome outcome : outcomes) {
				this.listener.onEvent(new MigrationEvent.StepFinished(outcome.step().revision(),
						outcome.step().direction(), outcome.took()));
			}
			return outcomes;
		}
		catch (SQLException ex) {
			MigrateException failure = this.session.refused("the version record of " + current.revision().id(), ex);
			undo();
			throw told(current, failure, 0);
		}
		catch (MigrateException ex) {
			undo();
			throw told(current, ex, (ex instanceof StatementFailedException failed) ? failed.statement() : 0);
		}
		catch (DataAccessException ex) {
			MigrateException failure = translated(current, ex);
			undo();
			throw told(current, failure, 0);
		}
		finally {
			autoCommit(connection);
		}
	}

	private StepOutcome inTransaction(Step step, SessionState state, int number, int count) throws SQLException {
		this.listener.onEvent(new MigrationEvent.StepStarted(step.revision(), step.direction(), number, count));
		long start = System.nanoTime();
		state.restore(this.session.connection());
		limit(step, true);
		claim(step);
		StatementRunner statements = new StatementRunner(this.session, this.listener, this.cancellation, this.failures);
		statements.runAll(step);
		if (statements.sessionChanged()) {
			state.restore(this.session.connection());
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		record(step, took);
		return new StepOutcome(step, took);
	}

	private void claim(Step step) {
		if (step.direction() == Direction.DOWNGRADE) {
			if (!this.versions.delete(step.revision().id())) {
				throw this.failures.claimed(step);
			}
			return;
		}
		try {
			this.versions.insert(step.row(), JdbcVersionStore.Finished.YES);
		}
		catch (DuplicateKeyException ex) {
			throw this.failures.claimed(step);
		}
	}

	private void record(Step step, Duration took) {
		if (step.direction() == Direction.UPGRADE) {
			this.versions.finish(step.revision().id(), took.toMillis());
		}
		this.journal.write(this.identity,
				JournalEntry.of((step.direction() == Direction.UPGRADE) ? JournalEvent.APPLIED : JournalEvent.REVERTED,
						step.revision().id(), took.toMillis()));
	}

	private void commit(Step last) {
		try {
			this.session.connection().commit();
		}
		catch (SQLException ex) {
			throw this.failures.commit(last, ex);
		}
	}

	private StepOutcome alone(Step step, LockHandle lock, SessionState state, int number, int count) {
		this.listener.onEvent(new MigrationEvent.StepStarted(step.revision(), step.direction(), number, count));
		int statement = 0;
		try {
			long start = System.nanoTime();
			state.restore(this.session.connection());
			limit(step, false);
			open(step);
			int statements = step.section().statements().size();
			StatementRunner runner = new StatementRunner(this.session, this.listener, this.cancellation, this.failures);
			for (statement = 1; statement <= statements; statement++) {
				lock.keep();
				journal(JournalEvent.STATEMENT, step, statement, null);
				runner.run(step, statement);
				if (runner.sessionChanged()) {
					state.restore(this.session.connection());
				}
				journal(JournalEvent.DONE, step, statement, null);
			}
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			close(step, took);
			state.restore(this.session.connection());
			this.listener.onEvent(new MigrationEvent.StepFinished(step.revision(), step.direction(), took));
			return new StepOutcome(step, took);
		}
		catch (SQLException ex) {
			throw told(step, this.session.refused("the version record of " + step.revision().id(), ex), statement);
		}
		catch (MigrateException ex) {
			throw told(step, ex, statement);
		}
		catch (DataAccessException ex) {
			throw told(step, translated(step, ex), statement);
		}
	}

	private void open(Step step) {
		if (step.direction() == Direction.DOWNGRADE) {
			if (!this.versions.reopen(step.revision().id())) {
				throw this.failures.claimed(step);
			}
		}
		else {
			try {
				this.versions.insert(step.row(), JdbcVersionStore.Finished.NOT_YET);
			}
			catch (DuplicateKeyException ex) {
				throw this.failures.claimed(step);
			}
		}
		journal(JournalEvent.STATEMENT, step, 0, null);
	}

	private void close(Step step, Duration took) {
		if (step.direction() == Direction.DOWNGRADE) {
			this.versions.delete(step.revision().id());
			this.journal.write(this.identity,
					JournalEntry.of(JournalEvent.REVERTED, step.revision().id(), took.toMillis()));
		}
		else {
			record(step, took);
		}
	}

	private void journal(JournalEvent event, Step step, int statement, @Nullable String detail) {
		this.journal.write(this.identity,
				JournalEntry.of(event, step.revision().id(), statement, step.section().statements().size(), detail));
	}

	private void limit(Step step, boolean local) throws SQLException {
		boolean waits = Concurrent.waitsForOthers(step);
		for (String statement : this.session.dialect()
			.limits(waits ? null : this.settings.lockTimeout(), this.settings.statementTimeout(), local)) {
			this.session.execute(statement);
		}
	}

	private MigrateException translated(Step step, DataAccessException exception) {
		if (exception.getMostSpecificCause() instanceof SQLException cause) {
			return this.session.refused("the version record of " + step.revision().id(), cause);
		}
		throw exception;
	}

	private void undo() {
		try {
			this.session.connection().rollback();
		}
		catch (SQLException ex) {
			// The connection is gone, and with it the transaction.
		}
	}

	private static void autoCommit(Connection connection) {
		try {
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			// The connection is gone; whoever uses it next is told.
		}
	}

	// In a transaction of its own, after the failed one was undone.
	private MigrateException told(Step step, MigrateException failure, int statement) {
		this.listener.onEvent(new MigrationEvent.StepFailed(step.revision(), step.direction(), failure));
		boolean interrupted = failure.code() == ErrorCode.INTERRUPTED;
		String detail = (failure instanceof StatementFailedException failed) ? failed.failure().message()
				: failure.getMessage();
		try {
			autoCommit(this.session.connection());
			this.journal.write(this.identity,
					JournalEntry.of(interrupted ? JournalEvent.INTERRUPTED : JournalEvent.FAILED, step.revision().id(),
							statement, step.section().statements().size(), detail));
		}
		catch (DataAccessException ex) {
			// The connection is gone: the next run finds the open run and writes `died`.
		}
		return failure;
	}

}
