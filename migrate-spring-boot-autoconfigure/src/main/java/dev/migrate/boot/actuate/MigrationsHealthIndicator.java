package dev.migrate.boot.actuate;

import java.util.List;
import java.util.Objects;

import dev.migrate.boot.observe.LastStatus;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} of one database: out of service after a run that failed
 * half-way, and as the operator likes while revisions are pending.
 */
public final class MigrationsHealthIndicator extends AbstractHealthIndicator {

	private final LastStatus status;

	private final Status whilePending;

	/**
	 * Create an indicator.
	 * @param status of the database
	 * @param whilePending the health while revisions are pending
	 */
	public MigrationsHealthIndicator(LastStatus status, Status whilePending) {
		super("The state of the revisions can't be read");
		this.status = status;
		this.whilePending = whilePending;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		StatusReport report;
		try {
			report = this.status.get();
		}
		catch (MigrateException ex) {
			if (ex.code() != ErrorCode.UNSUPPORTED_DATABASE) {
				throw ex;
			}
			builder.unknown().withDetail("reason", ex.getMessage());
			return;
		}
		List<RevisionEntry> failed = report.in(RevisionState.FAILED);
		int pending = report.in(RevisionState.PENDING).size();
		builder.status((pending > 0) ? this.whilePending : Status.UP);
		if (!failed.isEmpty()) {
			builder.outOfService();
		}
		builder.withDetail("current", report.current().stream().map(Objects::toString).toList());
		builder.withDetail("pending", pending);
		if (report.running() != null) {
			builder.withDetail("running", report.running().describe());
		}
		if (!failed.isEmpty()) {
			builder.withDetail("failed", failed.stream().map(MigrationsHealthIndicator::describe).toList());
		}
		detail(builder, "unknown", report.in(RevisionState.UNKNOWN));
		detail(builder, "changed", report.in(RevisionState.CHANGED));
	}

	private static String describe(RevisionEntry entry) {
		UnfinishedStep unfinished = entry.unfinished();
		return (unfinished != null) ? entry.revision().id() + " " + unfinished.describe()
				: entry.revision().id().value();
	}

	private static void detail(Health.Builder builder, String name, List<RevisionEntry> entries) {
		if (!entries.isEmpty()) {
			builder.withDetail(name, entries.stream().map((entry) -> entry.revision().id().value()).toList());
		}
	}

}
