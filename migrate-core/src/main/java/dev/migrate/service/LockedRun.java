package dev.migrate.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RunIdentity;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.revision.Direction;
import dev.migrate.run.Cancellation;
import dev.migrate.run.DatabaseLock;
import dev.migrate.run.DatabaseSession;
import dev.migrate.run.LockHandle;
import dev.migrate.run.OwnTablesCreation;
import dev.migrate.run.PlanRunner;
import dev.migrate.run.StatementsRun;
import dev.migrate.run.StepOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A piece of work that changes the database: lock, read again, decide again, do, and
 * leave session and journal as they should be.
 */
final class LockedRun {

	private final DatabaseSession session;

	private final EngineSettings settings;

	private final MigrationListener listener;

	private final RunIdentity identity;

	private final @Nullable Next next;

	LockedRun(DatabaseSession session, EngineSettings settings, MigrationListener listener, String operation,
			String actor, @Nullable Next next) {
		this.next = next;
		this.session = session;
		this.settings = settings;
		this.listener = listener;
		this.identity = new RunIdentity(UUID.randomUUID().toString(), operation, actor, settings.host(),
				settings.applicationVersion());
	}

	/**
	 * Run a plan.
	 * @param planner decides anew on the state that is read under the lock
	 * @param request as it was asked
	 * @param expected the state as it was before the lock
	 */
	RunReport execute(Function<DatabaseState, MigrationPlan> planner, RunRequest request, DatabaseState expected) {
		Cancellation cancellation = request.cancellation();
		return underLock(cancellation, (lock, state) -> {
			DatabaseState before = readOrCreate(expected);
			MigrationPlan plan = planner.apply(before);
			if (plan.isEmpty()) {
				return RunReport.of(plan, List.of());
			}
			if (expected.tablesExist()) {
				new OwnTablesCreation(this.session).createIfMissing();
			}
			begin(plan.summary(this.settings.run().transactionMode(), request.tag()).line());
			long start = System.nanoTime();
			PlanRunner runner = new PlanRunner(this.session, this.settings.run(), this.identity, this.listener,
					cancellation);
			List<StepOutcome> outcomes = runner.run(plan, lock, state);
			restore(state);
			finish(Foreseen.after(before, outcomes));
			this.listener.onEvent(new MigrationEvent.RunFinished(plan.direction(), outcomes.size(),
					Duration.ofNanos(System.nanoTime() - start)));
			return RunReport.of(plan, outcomes);
		});
	}

	private DatabaseState readOrCreate(DatabaseState expected) {
		if (expected.tablesExist()) {
			return new StateReader(this.session).read();
		}
		new OwnTablesCreation(this.session).create();
		DatabaseState read = new StateReader(this.session).read();
		return read.rows().isEmpty() ? expected : read;
	}

	/**
	 * Do other work that writes, journalled as a run.
	 * @param detail of the journal's first line
	 * @param work under the lock, with our tables there; given the state as read, and
	 * what runs statements outside a transaction
	 */
	<T> T journalled(String detail, BiFunction<DatabaseState, StatementsRun, T> work) {
		Cancellation cancellation = new Cancellation();
		return underLock(cancellation, (lock, state) -> {
			new OwnTablesCreation(this.session).createIfMissing();
			DatabaseState read = new StateReader(this.session).read();
			begin(detail);
			T result;
			try {
				result = work.apply(read, new StatementsRun(this.session, this.settings.run(), this.identity,
						this.listener, cancellation, lock, state));
				restore(state);
			}
			catch (RuntimeException ex) {
				restoreQuietly(state);
				failed(ex);
				throw ex;
			}
			finish(null);
			return result;
		});
	}

	private void failed(RuntimeException failure) {
		try {
			journal().write(this.identity, JournalEntry.of(JournalEvent.FAILED, failure.getMessage()));
		}
		catch (DataAccessException ex) {
			// The connection is gone: the next run finds the open run and writes `died`.
		}
	}

	/** Return this run as if it had been asked to go one way. */
	RunIdentity as(Direction direction) {
		return new RunIdentity(this.identity.run(), direction.name().toLowerCase(Locale.ROOT),
				this.identity.performedBy(), this.identity.host(), this.identity.applicationVersion());
	}

	RunIdentity identity() {
		return this.identity;
	}

	JdbcJournal journal() {
		return new JdbcJournal(this.session.connection(), this.session.tables());
	}

	private <T> T underLock(Cancellation cancellation, Work<T> work) {
		DatabaseLock lock = new DatabaseLock(this.session, this.settings.run(), this.identity.run(),
				this.identity.describe());
		SessionState state = capture();
		try (LockHandle held = lock.acquire(state, this.listener, cancellation)) {
			return work.run(held, state);
		}
		catch (DataAccessException ex) {
			throw translated(ex);
		}
		finally {
			restoreQuietly(state);
		}
	}

	private SessionState capture() {
		try {
			return this.session.dialect().session(this.session.connection());
		}
		catch (SQLException ex) {
			throw this.session.refused("reading the settings of the session", ex);
		}
	}

	private void begin(String detail) {
		for (RunIdentity dead : journal().openRuns()) {
			journal().write(dead, JournalEntry.of(JournalEvent.DIED, "found by a later run"));
			if (this.session.dialect().transactionalDdl()) {
				new JdbcVersionStore(this.session.connection(), this.session.tables()).recordTimes(dead.run());
			}
		}
		journal().write(this.identity, JournalEntry.of(JournalEvent.STARTED, detail));
	}

	private void finish(@Nullable DatabaseState foreseen) {
		DatabaseState after = (foreseen != null && foreseen.rows().size() == rows()) ? foreseen
				: new StateReader(this.session).read();
		journal().write(this.identity,
				new JournalEntry(JournalEvent.FINISHED, null, 0, 0, null, null,
						(this.next != null && leavesNothing(this.next, after)) ? this.next.fingerprint : null,
						(long) after.rows().size()));
	}

	private long rows() {
		return new JdbcVersionStore(this.session.connection(), this.session.tables()).count();
	}

	// Only what passes without a word of warning can be skipped unread the next time.
	private static boolean leavesNothing(Next next, DatabaseState after) {
		try {
			MigrationPlan plan = next.upgrade.apply(after);
			return plan.isEmpty() && plan.warnings().isEmpty();
		}
		catch (MigrateException ex) {
			return false;
		}
	}

	private void restore(SessionState state) {
		try {
			state.restore(this.session.connection());
		}
		catch (SQLException ex) {
			throw this.session.refused("restoring the settings of the session", ex);
		}
	}

	private void restoreQuietly(SessionState state) {
		try {
			if (!this.session.connection().isClosed()) {
				state.giveBack(this.session.connection());
			}
		}
		catch (SQLException ex) {
			// The connection is gone, and nothing of it can leak back to a pool.
		}
	}

	private RuntimeException translated(DataAccessException exception) {
		SQLException cause = DatabaseFailure.cause(exception);
		return (cause != null) ? this.session.refused("writing version table or journal", cause) : exception;
	}

	/**
	 * What the next boot would do.
	 *
	 * @param upgrade plans it
	 * @param fingerprint of the sources and the target; remembered if it has nothing to
	 * do
	 */
	record Next(Function<DatabaseState, MigrationPlan> upgrade, String fingerprint) {
	}

	private interface Work<T> {

		T run(LockHandle lock, SessionState state);

	}

}
