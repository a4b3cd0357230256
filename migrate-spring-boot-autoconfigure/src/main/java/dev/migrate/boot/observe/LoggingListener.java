package dev.migrate.boot.observe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run to the log, in Alembic's words: a line at INFO for each revision and for
 * waiting, the statements at DEBUG. A failure is told by the exception alone.
 */
public final class LoggingListener implements MigrationListener {

	/** The name of the logger. */
	public static final String LOGGER = "dev.migrate";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER);

	@Override
	public void onEvent(MigrationEvent event) {
		if (event instanceof MigrationEvent.StepStarted started) {
			logger.info("Running {} {}", started.direction().name().toLowerCase(Locale.ROOT),
					movement(started.revision(), started.direction()));
		}
		else if (event instanceof MigrationEvent.StatementStarted started) {
			logger.debug("Statement {} of {} of {}: {}", started.number(), started.count(), started.revision().id(),
					started.statement().text());
		}
		else if (event instanceof MigrationEvent.StepFinished finished) {
			logger.debug("Revision {} took {} ms", finished.revision().id(), finished.took().toMillis());
		}
		else if (event instanceof MigrationEvent.LockAwaited awaited) {
			logger.info("Waiting for another run, {} s so far: {}", awaited.waited().toSeconds(),
					(awaited.holder() != null) ? awaited.holder() : "who holds the lock is not known");
		}
		else if (event instanceof MigrationEvent.RunFinished finished) {
			logger.debug("The {} took {} ms", finished.direction().name().toLowerCase(Locale.ROOT),
					finished.took().toMillis());
		}
	}

	private static String movement(Revision revision, Direction direction) {
		List<RevisionId> parents = revision.parents();
		String below = parents.isEmpty() ? "base"
				: parents.stream().map(RevisionId::value).collect(Collectors.joining(", "));
		String way = (direction == Direction.UPGRADE) ? below + " -> " + revision.id() : revision.id() + " -> " + below;
		return revision.message().isEmpty() ? way : way + ", " + revision.message();
	}

}
