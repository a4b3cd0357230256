package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.SessionState;
import dev.migrate.history.Bookkeeping;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.OwnStatement;
import dev.migrate.history.RunIdentity;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/**
 * The statements of our own that go around those of a step.
 */
final class StepRecords {

	private final DatabaseSession session;

	private final Bookkeeping bookkeeping;

	private final RunSettings settings;

	private final RunIdentity identity;

	StepRecords(DatabaseSession session, RunSettings settings, RunIdentity identity) {
		this.session = session;
		this.bookkeeping = new Bookkeeping(session.tables());
		this.settings = settings;
		this.identity = identity;
	}

	/**
	 * Bring the session back to how it was found, with our limits. Where the session
	 * lasts, the limits last as long as nothing takes them away.
	 */
	List<OwnStatement> ready(SessionState state) {
		List<OwnStatement> statements = new ArrayList<>();
		for (String sql : state.restoring()) {
			statements.add(OwnStatement.of(sql));
		}
		for (String sql : this.session.dialect()
			.limits(this.settings.lockTimeout(), this.settings.statementTimeout(), !state.lasts())) {
			statements.add(OwnStatement.of(sql));
		}
		return statements;
	}

	/** The first change of a step: it changes one row, or the step is another run's. */
	OwnStatement claim(Step step, Bookkeeping.Finished finished) {
		if (step.direction() == Direction.UPGRADE) {
			return this.bookkeeping.insert(step.row(), finished);
		}
		return (finished == Bookkeeping.Finished.YES) ? this.bookkeeping.delete(step.revision().id())
				: this.bookkeeping.reopen(step.revision().id());
	}

	OwnStatement takeOver(Step step) {
		return this.bookkeeping.takeOver(step.revision().id(), this.identity);
	}

	OwnStatement delete(Step step) {
		return this.bookkeeping.delete(step.revision().id());
	}

	/**
	 * Tell whether a claim was refused because the step is another run's: it has
	 * committed, or holds the row and has not.
	 */
	boolean isTaken(DataAccessException refusal) {
		SQLException cause = DatabaseFailure.cause(refusal);
		return refusal instanceof DuplicateKeyException
				|| (cause != null && this.session.dialect().failureKind(cause) == FailureKind.LOCK_TIMEOUT);
	}

	/** What is written when the statements of a step have run. */
	List<OwnStatement> done(Step step, Duration took) {
		return (step.direction() == Direction.UPGRADE) ? List.of(finish(step, took), line(step, took))
				: List.of(line(step, took));
	}

	/** The row of a step that is done tells how long it took. */
	OwnStatement finish(Step step, Duration took) {
		return this.bookkeeping.finish(step.revision().id(), took.toMillis());
	}

	/** The journal tells that a step is done, and how long it took. */
	OwnStatement line(Step step, Duration took) {
		JournalEvent event = (step.direction() == Direction.UPGRADE) ? JournalEvent.APPLIED : JournalEvent.REVERTED;
		return this.bookkeeping.step(this.identity, event, step.revision().id(), took.toMillis());
	}

	/** The rows of all steps that are done tell what the journal does. */
	OwnStatement times() {
		return this.bookkeeping.times(this.identity.run());
	}

}
