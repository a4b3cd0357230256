package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
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
import org.springframework.dao.DataAccessException;

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

	private final StepRecords records;

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
		this.records = new StepRecords(session, settings, identity);
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
		int count = plan.steps().size();
		TransactionRun transactions = new TransactionRun(this.session, this.records, lock, state, this.listener,
				new StatementRunner(this.session, state, this.settings, this.listener, this.cancellation),
				plan.steps().get(0), outcomes);
		List<MigrationPlan.Unit> units = plan.units(this.settings.transactionMode());
		for (int index = 0; index < units.size(); index++) {
			MigrationPlan.Unit unit = units.get(index);
			boolean followed = index + 1 < units.size() && units.get(index + 1).transactional();
			between(transactions, lock, outcomes, count);
			if (unit.transactional()) {
				transactional(transactions, unit.steps(), count,
						followed ? TransactionRun.Commit.WITH_NEXT : TransactionRun.Commit.NOW);
			}
			else {
				transactions.unready();
				outcomes.add(alone(unit.steps().get(0), lock, state, outcomes.size() + 1, count));
			}
		}
		return outcomes;
	}

	private void between(TransactionRun transactions, LockHandle lock, List<StepOutcome> done, int count) {
		boolean cancelled = this.cancellation.requested();
		if (cancelled) {
			settle(transactions);
		}
		try {
			if (cancelled) {
				throw new MigrateException(ErrorCode.INTERRUPTED, "The run was interrupted after " + done.size()
						+ " of " + count + " revisions; what is done stays.", "Run the command again to go on.");
			}
			lock.keep();
		}
		catch (MigrateException ex) {
			write(JournalEntry.of(ended(ex), ex.getMessage()));
			throw ex;
		}
	}

	private void transactional(TransactionRun transactions, List<Step> steps, int count, TransactionRun.Commit commit) {
		try {
			transactions.run(steps, count, commit);
		}
		catch (MigrateException ex) {
			throw told(transactions, ex);
		}
	}

	private void settle(TransactionRun transactions) {
		try {
			transactions.settle();
		}
		catch (MigrateException ex) {
			throw told(transactions, ex);
		}
	}

	private MigrateException told(TransactionRun transactions, MigrateException failure) {
		return told(transactions.current(), failure,
				(failure instanceof StatementFailedException failed) ? failed.statement() : 0);
	}

	private StepOutcome alone(Step step, LockHandle lock, SessionState state, int number, int count) {
		this.listener.onEvent(new MigrationEvent.StepStarted(step.revision(), step.direction(), number, count));
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
			List<OwnStatement> record = new ArrayList<>(this.records.done(step, took));
			if (step.direction() == Direction.DOWNGRADE) {
				record.add(this.records.delete(step));
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
		claim(step);
		this.journal.write(this.identity, JournalEntry.of(JournalEvent.STATEMENT, step.revision().id(), 0,
				step.section().actions().size(), step.digest(this.session.dialect().lexicalRules())));
	}

	private void claim(Step step) {
		boolean claimed;
		try {
			claimed = this.session.send(List.of(this.records.claim(step, Bookkeeping.Finished.NOT_YET))) == 1;
		}
		catch (DataAccessException ex) {
			if (!this.records.isTaken(ex)) {
				throw ex;
			}
			claimed = false;
		}
		if (!claimed) {
			throw this.failures.claimed(step);
		}
	}

	// The last line is written once more, as ours: whoever else has seen it and wants to
	// go on from it comes too late.
	private void takeOver(Step step, UnfinishedStep begun) {
		if (this.session.send(List.of(this.records.takeOver(step))) != 1
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
			if (this.session.dialect().transactionalDdl()) {
				this.session.send(List.of(this.records.times()));
			}
		}
		catch (DataAccessException ex) {
			// The connection is gone: the next run finds the open run and writes `died`.
		}
	}

}
