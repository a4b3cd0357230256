package dev.migrate.boot.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.migrate.service.MigrationService;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * The status of a database as it was not long ago: for those who ask again and again.
 * Safe for any number of threads; only one of them reads.
 */
public final class LastStatus {

	private final MigrationService service;

	private final Duration timeToLive;

	private final Clock clock;

	private @Nullable StatusReport report;

	private Instant readAt = Instant.MIN;

	private volatile boolean outdated;

	/**
	 * Create an empty memory.
	 * @param service is asked
	 * @param timeToLive how old a status may be
	 * @param clock tells the time
	 */
	public LastStatus(MigrationService service, Duration timeToLive, Clock clock) {
		this.service = service;
		this.timeToLive = timeToLive;
		this.clock = clock;
	}

	/**
	 * Return the status, read anew if it is too old.
	 * @return the status
	 * @throws dev.migrate.error.MigrateException if it can't be read
	 */
	public synchronized StatusReport get() {
		Instant now = this.clock.instant();
		StatusReport known = this.report;
		if (known == null || this.outdated || !now.isBefore(this.readAt.plus(this.timeToLive))) {
			// Before reading: what changes from here on counts as changed.
			this.outdated = false;
			this.report = null;
			known = this.service.status();
			this.report = known;
			this.readAt = now;
		}
		return known;
	}

	/**
	 * Forget: something has changed. Never waits for a reading.
	 */
	public void outdate() {
		this.outdated = true;
	}

}
