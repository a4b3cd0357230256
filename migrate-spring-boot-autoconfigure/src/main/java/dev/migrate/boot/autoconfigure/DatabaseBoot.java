package dev.migrate.boot.autoconfigure;

import java.time.Duration;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.Cancellation;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunInProgress;
import dev.migrate.service.RunRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a boot does about one database: upgrade it, or look at what is pending.
 */
final class DatabaseBoot {

	private static final Log logger = LogFactory.getLog(MigrationInitializer.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final String called;

	private final MigrationService service;

	private final DatabaseProperties properties;

	private final Cancellation cancellation;

	/** Create a boot; {@code called} begins a sentence about the database. */
	DatabaseBoot(String called, MigrationService service, DatabaseProperties properties, Cancellation cancellation) {
		this.called = called;
		this.service = service;
		this.properties = properties;
		this.cancellation = cancellation;
	}

	/**
	 * Refuse what would be refused, before another database is changed.
	 * @return what {@link #go} would do, or null if that was not asked
	 */
	@Nullable MigrationPlan check() {
		if (this.properties.isAutoUpgrade()) {
			return this.service.prepare(request());
		}
		if (this.properties.getOnPending() != DatabaseProperties.OnPending.FAIL) {
			return null;
		}
		MigrationPlan plan = this.service.pending(request());
		refuse(plan);
		return plan;
	}

	/**
	 * Do it.
	 * @param seen what the check has seen, or null if nobody has checked
	 */
	void go(@Nullable MigrationPlan seen) {
		if (this.properties.isAutoUpgrade()) {
			upgrade(seen);
			return;
		}
		switch (this.properties.getOnPending()) {
			case FAIL -> refuse((seen != null) ? seen : this.service.pending(request()));
			case WAIT -> await();
			case WARN -> warn();
			case IGNORE -> {
			}
		}
	}

	private RunRequest request() {
		return new RunRequest(Direction.UPGRADE, TargetParser.parse(this.properties.getTarget()), "boot",
				MigrationListener.NONE, this.cancellation);
	}

	private void upgrade(@Nullable MigrationPlan seen) {
		warnIfEmpty();
		if (seen == null || !seen.isEmpty()) {
			this.service.run(request());
		}
		else {
			seen.warnings().forEach(logger::warn);
		}
	}

	private boolean warnIfEmpty() {
		if (this.service.hasRevisions()) {
			return false;
		}
		if (this.properties.getLocations().isEmpty()) {
			logger.warn("spring.migrate.locations is empty: there is nothing to upgrade to");
		}
		else {
			logger.warn("There are no revisions in " + String.join(", ", this.properties.getLocations())
					+ ": there is nothing to upgrade to. `db migrate` or `db revision` writes the first.");
		}
		return true;
	}

	private void refuse(MigrationPlan plan) {
		if (!plan.isEmpty()) {
			throw new MigrateException(ErrorCode.BEHIND, this.called + " is behind: " + describe(plan) + ".", advice());
		}
	}

	private String advice() {
		RunInProgress running = this.service.status().running();
		return (running != null)
				? "A run is in progress, " + running.describe() + ": start again when it has ended, or set"
						+ " spring.migrate.on-pending=wait."
				: "Run `db upgrade`, or set spring.migrate.auto-upgrade=true.";
	}

	private void warn() {
		try {
			if (warnIfEmpty()) {
				return;
			}
			MigrationPlan plan = this.service.pending(request());
			plan.warnings().forEach(logger::warn);
			if (!plan.isEmpty()) {
				logger.warn(this.called + " is behind: " + describe(plan) + ". " + advice());
			}
		}
		catch (MigrateException ex) {
			logger.warn(ex.getMessage() + ((ex.hint() != null) ? " " + ex.hint() : ""));
		}
	}

	private void await() {
		long deadline = System.nanoTime() + this.properties.getLock().getWait().toNanos();
		MigrationPlan plan = this.service.pending(request());
		if (!plan.isEmpty()) {
			logger.info("Waiting for " + this.called.replaceFirst("^The", "the").replaceFirst("^Database", "database")
					+ " to be upgraded: " + describe(plan));
		}
		while (!plan.isEmpty()) {
			if (this.cancellation.requested()) {
				throw interrupted(null);
			}
			if (System.nanoTime() > deadline) {
				refuse(plan);
			}
			pause();
			plan = this.service.pending(request());
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw interrupted(ex);
		}
	}

	private static MigrateException interrupted(@Nullable InterruptedException cause) {
		return new MigrateException(ErrorCode.INTERRUPTED, "Interrupted while waiting for the database.", null, cause);
	}

	private static String describe(MigrationPlan plan) {
		int count = plan.steps().size();
		String first = plan.steps()
			.stream()
			.limit(3)
			.map(Step::revision)
			.map((revision) -> revision.id() + " \"" + revision.message() + "\"")
			.collect(Collectors.joining(", "));
		return ((count == 1) ? "1 revision is pending, " : count + " revisions are pending, ") + first
				+ ((count > 3) ? ", …" : "");
	}

}
