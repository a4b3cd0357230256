package dev.migrate.boot.observe;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes runs and their revisions as {@link MigrationObservation} documents.
 */
public final class ObservationListeners implements DatabaseListeners {

	private static final String SUCCESS = "success";

	private static final String FAILURE = "failure";

	private static final String INTERRUPTED = "interrupted";

	private final Supplier<ObservationRegistry> registry;

	/**
	 * Create the factory.
	 * @param registry asked when a run begins, not before: an application that is up to
	 * date needs none to boot
	 */
	public ObservationListeners(Supplier<ObservationRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public MigrationListener forDatabase(String database) {
		return new ObservationListener(database);
	}

	/**
	 * One run at a time: the lock of the database sees to it. The lock hands over between
	 * threads, so the fields are guarded all the same.
	 */
	private final class ObservationListener implements MigrationListener {

		private final String database;

		private final Map<RevisionId, Observation> revisions = new LinkedHashMap<>();

		private @Nullable Observation run;

		ObservationListener(String database) {
			this.database = database;
		}

		@Override
		public synchronized void onEvent(MigrationEvent event) {
			if (event instanceof MigrationEvent.RunStarted started) {
				// A run that was cut off between two revisions had no last word.
				end(INTERRUPTED, null);
				this.run = start(MigrationObservation.RUN, started.direction()).start();
			}
			else if (event instanceof MigrationEvent.StepStarted started) {
				this.revisions.put(started.revision().id(),
						start(MigrationObservation.REVISION, started.direction()).parentObservation(this.run)
							.highCardinalityKeyValue(MigrationObservation.DetailKey.REVISION.asString(),
									started.revision().id().value())
							.start());
			}
			else if (event instanceof MigrationEvent.StepFinished finished) {
				stop(this.revisions.remove(finished.revision().id()), SUCCESS, null);
			}
			else if (event instanceof MigrationEvent.StepFailed failed) {
				boolean interrupted = failed.failure().code() == ErrorCode.INTERRUPTED;
				end(interrupted ? INTERRUPTED : FAILURE, failed.failure());
			}
			else if (event instanceof MigrationEvent.RunFinished) {
				end(SUCCESS, null);
			}
		}

		private Observation start(MigrationObservation kind, Direction direction) {
			return kind.observation(ObservationListeners.this.registry.get())
				.lowCardinalityKeyValue(MigrationObservation.Key.DATABASE.asString(), this.database)
				.lowCardinalityKeyValue(MigrationObservation.Key.DIRECTION.asString(),
						direction.name().toLowerCase(Locale.ROOT));
		}

		private void end(String outcome, @Nullable MigrateException failure) {
			this.revisions.values().forEach((revision) -> stop(revision, outcome, failure));
			this.revisions.clear();
			stop(this.run, outcome, failure);
			this.run = null;
		}

		private static void stop(@Nullable Observation observation, String outcome,
				@Nullable MigrateException failure) {
			if (observation == null) {
				return;
			}
			observation.lowCardinalityKeyValue(MigrationObservation.Key.OUTCOME.asString(), outcome);
			if (failure != null) {
				observation.error(failure);
			}
			observation.stop();
		}

	}

}
