package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.Bookkeeping;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.OwnStatement;
import dev.migrate.history.RunIdentity;
import dev.migrate.history.UnfinishedStep;
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

	private final Bookkeeping bookkeeping;

	private final JdbcJournal journal;

	private final StepFailures failures;

	// Whether the session is as it was found, with our limits in force.
	private boolean ready;

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
		this.bookkeeping = new Bookkeeping(session.tables());
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
			between(lock, outcomes.size(), plan.steps().size());
			int first = outcomes.size() + 1;
			outcomes.addAll(unit.transactional() ? together(unit, lock, state, first, plan.steps().size())
					: List.of(alone(unit.steps().get(0), lock, state, first, plan.steps().size())));
		}
		return outcomes;
	}

	private void between(LockHandle lock, int done, int count) {
		try {
			if (this.cancellation.requested()) {
				throw new MigrateException(ErrorCode.INTERRUPTED,
						"The run was interrupted after " + done + " of " + count + " revisions; what is done stays.",
						"Run the command again to go on.");
			}
			lock.keep();
		}
		catch (MigrateException ex) {
			write(JournalEntry.of(ended(ex), ex.getMessage()));
			throw ex;
		}
	}

	private List<StepOutcome> together(MigrationPlan.Unit unit, LockHandle lock, SessionState state, int first,
			int count) {
		List<StepOutcome> outcomes = new ArrayList<>();
		Step current = unit.steps().get(0);
		boolean committed = false;
		@Nullable MigrateException failure = null;
		try {
			this.session.connection().setAutoCommit(false);
			List<OwnStatement> record = List.of();
			for (Step step : unit.steps()) {
				current = step;
				StepOutcome outcome = inTransaction(step, state, record, first + outcomes.size(), count);
				outcomes.add(outcome);
				record = record(step, outcome.took());
			}
			lock.keep();
			commit(current, record);
			committed = true;
		}
		catch (SQLException ex) {
			failure = this.session.refused("the version record of " + current.revision().id(), ex);
		}
		catch (MigrateException ex) {
			failure = ex;
		}
		catch (DataAccessException ex) {
			failure = translated(current, ex);
		}
		finally {
			// Going back to autocommit would commit what is half done.
			if (!committed) {
				this.session.undo();
			}
			this.session.autoCommit();
		}
		if (failure != null) {
			throw told(current, failure, (failure instanceof StatementFailedException failed) ? failed.statement() : 0);
		}
		for (StepOutcome outcome : outcomes) {
			this.listener.onEvent(new MigrationEvent.StepFinished(outcome.step().revision(), outcome.step().direction(),
					outcome.took()));
		}
		return outcomes;
	}

	// What is ours around the statements goes out at once: with the record of the step
	// before, the session as it was and the claim.
	private StepOutcome inTransaction(Step step, SessionState state, List<OwnStatement> record, int number, int count)
			throws SQLException {
		this.listener.onEvent(new MigrationEvent.StepStarted(step.revision(), step.direction(), number, count));
		long start = System.nanoTime();
		List<OwnStatement> before = new ArrayList<>(record);
		if (!this.ready) {
			for (String sql : ready(state)) {
				before.add(OwnStatement.of(sql));
			}
		}
		claim(step, Bookkeeping.Finished.YES, before);
		StatementRunner statements = new StatementRunner(this.session, state, this.settings, this.listener,
				this.cancellation);
		statements.runAll(step);
		this.ready = state.lasts() && statements.sessionOutlived();
		if (statements.sessionChanged()) {
			state.settings(this.session.connection());
		}
		return new StepOutcome(step, Duration.ofNanos(System.nanoTime() - start));
	}

	// Where the session lasts, the limits last as long as nothing takes them away.
	private List<String> ready(SessionState state) {
		List<String> statements = new ArrayList<>(state.restoring());
		statements.addAll(this.session.dialect()
			.limits(this.settings.lockTimeout(), this.settings.statementTimeout(), !state.lasts()));
		return statements;
	}

	private void claim(Step step, Bookkeeping.Finished finished, List<OwnStatement> before) {
		List<OwnStatement> statements = new ArrayList<>(before);
		statements.add(claim(step, finished));
		boolean claimed;
		try {
			claimed = this.session.send(statements) == 1;
		}
		catch (DuplicateKeyException ex) {
			claimed = false;
		}
		catch (DataAccessException ex) {
			// Another run holds the row and has not committed.
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause == null || this.session.dialect().failure(cause).kind() != FailureKind.LOCK_TIMEOUT) {
				throw ex;
			}
			claimed = false;
		}
		if (!claimed) {
			throw this.failures.claimed(step);
		}
	}

	private OwnStatement claim(Step step, Bookkeeping.Finished finished) {
		if (step.direction() == Direction.UPGRADE) {
			return this.bookkeeping.insert(step.row(), finished);
		}
		return (finished == Bookkeeping.Finished.YES) ? this.bookkeeping.delete(step.revision().id())
				: this.bookkeeping.reopen(step.revision().id());
	}

	private List<OwnStatement> record(Step step, Duration took) {
		List<OwnStatement> record = new ArrayList<>();
		boolean up = step.direction() == Direction.UPGRADE;
		if (up) {
			record.add(this.bookkeeping.finish(step.revision().id(), took.toMillis()));
		}
		record.add(this.bookkeeping.line(this.identity, JournalEntry
			.of(up ? JournalEvent.APPLIED : JournalEvent.REVERTED, step.revision().id(), took.toMillis())));
		return record;
	}

	private void commit(Step last, List<OwnStatement> record) throws SQLException {
		if (!this.session.dialect().sendsTogether()) {
			this.session.send(record);
			commit(last);
			return;
		}
		List<OwnStatement> statements = new ArrayList<>(record);
		statements.add(OwnStatement.of("COMMIT"));
		try {
			this.session.send(statements);
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause != null && this.failures.isOfCommit(cause)) {
				throw this.failures.commit(last, cause);
			}
			throw ex;
		}
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
		this.ready = false;
		StatementsRun statements = new StatementsRun(this.session, this.settings, this.identity, this.listener,
				this.cancellation, lock, state);
		long start = System.nanoTime();
		try {
			state.restore(this.session.connection());
			statements.refuseSettingsThatDoNotLast(step);
			UnfinishedStep begun = step.begun();
			if (begun == null) {
				atOnce(lock, () -> begin(step));
				statements.run(step);
			}
			else {
				atOnce(lock, () -> takeOver(step, begun));
				statements.goOn(step, begun);
			}
			state.restore(this.session.connection());
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			List<OwnStatement> record = new ArrayList<>(record(step, took));
			if (step.direction() == Direction.DOWNGRADE) {
				record.add(this.bookkeeping.delete(step.revision().id()));
			}
			atOnce(lock, () -> this.session.send(record));
			this.listener.onEvent(new MigrationEvent.StepFinished(step.revision(), step.direction(), took));
			return new StepOutcome(step, took);
		}
		catch (SQLException ex) {
			throw told(step, this.session.refused("the version record of " + step.revision().id(), ex),
					statements.current());
		}
		catch (MigrateException ex) {
			statements.leave();
			throw told(step, ex, statements.current());
		}
		catch (DataAccessException ex) {
			throw told(step, translated(step, ex), statements.current());
		}
	}

	private void begin(Step step) {
		claim(step, Bookkeeping.Finished.NOT_YET, List.of());
		this.journal.write(this.identity, JournalEntry.of(JournalEvent.STATEMENT, step.revision().id(), 0,
				step.section().actions().size(), step.digest(this.session.dialect().lexicalRules())));
	}

	// The last line is written once more, as ours: whoever else has seen it and wants to
	// go on from it comes too late.
	private void takeOver(Step step, UnfinishedStep begun) {
		if (this.session.send(List.of(this.bookkeeping.takeOver(begun.revision(), this.identity))) != 1
				|| this.journal.unfinished(begun.revision()).line() != begun.line()) {
			throw this.failures.claimed(step);
		}
		this.journal.write(this.identity, JournalEntry.of(begun.event(), begun.revision(), begun.statement(),
				begun.statements(), (begun.statement() > 0) ? begun.detail() : begun.digest()));
	}

	// Version row and journal never tell two stories, and neither is that of a run which
	// lost its lock.
	private void atOnce(LockHandle lock, Runnable work) throws SQLException {
		this.session.atOnce(() -> {
			work.run();
			lock.keep();
		});
	}

	private MigrateException translated(Step step, DataAccessException exception) {
		SQLException cause = DatabaseFailure.cause(exception);
		if (cause != null) {
			return this.session.refused("the version record of " + step.revision().id(), cause);
		}
		throw exception;
	}

	// In a transaction of its own, after the failed one was undone. Of a statement whose
	// end was not heard nobody may say that it failed.
	private MigrateException told(Step step, MigrateException cause, int statement) {
		MigrateException failure = explained(step, cause);
		this.listener.onEvent(new MigrationEvent.StepFailed(step.revision(), step.direction(), failure));
		String detail = (failure instanceof StatementFailedException failed) ? failed.failure().message()
				: failure.getMessage();
		if (failure.code() != ErrorCode.NO_CONNECTION) {
			// Who lost the lock has nothing more to say about statements.
			boolean ours = failure.code() != ErrorCode.LOCKED;
			write(JournalEntry.of(ended(failure), step.revision().id(), ours ? statement : 0,
					step.section().actions().size(), detail));
		}
		return failure;
	}

	private MigrateException explained(Step step, MigrateException failure) {
		if (failure instanceof StatementFailedException refused) {
			String sentence = new NullRows(this.session).sentence(step, refused);
			return (sentence != null) ? refused.explained(sentence) : failure;
		}
		return failure;
	}

	private static JournalEvent ended(MigrateException failure) {
		return (failure.code() == ErrorCode.INTERRUPTED) ? JournalEvent.INTERRUPTED : JournalEvent.FAILED;
	}

	private void write(JournalEntry entry) {
		try {
			this.session.autoCommit();
			this.journal.write(this.identity, entry);
		}
		catch (DataAccessException ex) {
			// The connection is gone: the next run finds the open run and writes `died`.
		}
	}

}
