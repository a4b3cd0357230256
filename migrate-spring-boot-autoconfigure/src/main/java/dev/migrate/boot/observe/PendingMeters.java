package dev.migrate.boot.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.RevisionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The gauge {@code migrate.pending}, tagged with the {@code database}: how many revisions
 * are pending. A scrape asks the database only after a run of this application, or when
 * the answer is older than five minutes. NaN means that there was no answer.
 */
public final class PendingMeters implements MeterBinder, DatabaseListeners {

	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

	private final Supplier<MigrationDatabases> databases;

	private final Clock clock;

	private final Map<String, LastStatus> statuses = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param databases asked when the meters are bound: they need the listeners, and so
	 * this object, first
	 * @param clock tells the time
	 */
	public PendingMeters(Supplier<MigrationDatabases> databases, Clock clock) {
		this.databases = databases;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.databases.get().all().forEach((name, service) -> {
			LastStatus status = this.statuses.computeIfAbsent(name,
					(key) -> new LastStatus(service, TIME_TO_LIVE, this.clock));
			Gauge.builder("migrate.pending", status, PendingMeters::pending)
				.description("Revisions that are not applied yet")
				.tag("database", name)
				.strongReference(true)
				.register(registry);
		});
	}

	private static double pending(LastStatus status) {
		try {
			return status.get().in(RevisionState.PENDING).size();
		}
		catch (MigrateException ex) {
			return Double.NaN;
		}
	}

	@Override
	public MigrationListener forDatabase(String database) {
		return (event) -> {
			if (event instanceof MigrationEvent.StepFinished || event instanceof MigrationEvent.StepFailed
					|| event instanceof MigrationEvent.RunFinished) {
				LastStatus status = this.statuses.get(database);
				if (status != null) {
					status.outdate();
				}
			}
		};
	}

}
