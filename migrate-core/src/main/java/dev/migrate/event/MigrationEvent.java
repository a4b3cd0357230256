package dev.migrate.event;

import java.time.Duration;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.sql.Action;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened during a run. A listener may pick the kinds it likes.
 */
public sealed interface MigrationEvent {

	/**
	 * Another run holds the lock; this one waits.
	 *
	 * @param holder who, for people, or null if unknown
	 * @param waited so far
	 */
	record LockAwaited(@Nullable String holder, Duration waited) implements MigrationEvent {
	}

	/**
	 * A run begins to change the database.
	 *
	 * @param direction of all its steps
	 * @param steps how many
	 */
	record RunStarted(Direction direction, int steps) implements MigrationEvent {
	}

	/**
	 * A revision begins.
	 *
	 * @param revision which
	 * @param direction up or down
	 * @param step counted from 1
	 * @param steps of how many
	 */
	record StepStarted(Revision revision, Direction direction, int step, int steps) implements MigrationEvent {
	}

	/**
	 * A statement is about to be sent, or code to be run.
	 *
	 * @param revision of the statement
	 * @param statement as written; for code its text is a comment
	 * @param number counted from 1
	 * @param count of how many
	 */
	record StatementStarted(Revision revision, Action statement, int number, int count) implements MigrationEvent {
	}

	/**
	 * A statement or code has run.
	 *
	 * @param revision of the statement
	 * @param statement as written; for code its text is a comment
	 * @param took how long
	 */
	record StatementFinished(Revision revision, Action statement, Duration took) implements MigrationEvent {
	}

	/**
	 * A revision is done and committed.
	 *
	 * @param revision which
	 * @param direction up or down
	 * @param took how long
	 */
	record StepFinished(Revision revision, Direction direction, Duration took) implements MigrationEvent {
	}

	/**
	 * A revision failed; the run ends.
	 *
	 * @param revision which
	 * @param direction up or down
	 * @param failure why
	 */
	record StepFailed(Revision revision, Direction direction, MigrateException failure) implements MigrationEvent {
	}

	/**
	 * A run is over.
	 *
	 * @param direction of its steps
	 * @param steps how many were done
	 * @param took how long
	 */
	record RunFinished(Direction direction, int steps, Duration took) implements MigrationEvent {
	}

}
