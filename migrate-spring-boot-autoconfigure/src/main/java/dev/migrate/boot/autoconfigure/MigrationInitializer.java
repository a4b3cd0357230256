package dev.migrate.boot.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;

/**
 * Upgrades the databases, or looks at them, before anything that needs their schema. The
 * flags are read when it runs, not when the application is built: ahead-of-time
 * processing freezes conditions.
 */
public final class MigrationInitializer implements InitializingBean, Ordered {

	/** After Flyway and Liquibase, which may hand over; before data.sql. */
	static final int ORDER = 10;

	private static final Log logger = LogFactory.getLog(MigrationInitializer.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final MigrationDatabases databases;

	private final MigrateProperties properties;

	private final DdlAutoCheck ddlAuto;

	MigrationInitializer(MigrationDatabases databases, MigrateProperties properties, DdlAutoCheck ddlAuto) {
		this.databases = databases;
		this.properties = properties;
		this.ddlAuto = ddlAuto;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void afterPropertiesSet() {
		if ("onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"))) {
			logger.info("A training run: the database is left as it is");
			return;
		}
		this.ddlAuto.check();
		for (Map.Entry<String, MigrationService> database : this.databases.all().entrySet()) {
			if (this.properties.isAutoUpgrade()) {
				upgrade(database.getValue());
			}
			else if (this.properties.getOnPending() != DatabaseProperties.OnPending.IGNORE) {
				look(database.getValue());
			}
		}
	}

	private RunRequest request() {
		return RunRequest.upgrade(TargetParser.parse(this.properties.getTarget()), "boot");
	}

	private void upgrade(MigrationService service) {
		warnIfEmpty(service);
		service.run(request());
	}

	private boolean warnIfEmpty(MigrationService service) {
		if (service.hasRevisions()) {
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

	private void look(MigrationService service) {
		switch (this.properties.getOnPending()) {
			case FAIL -> refuse(service.pending(request()));
			case WAIT -> await(service);
			case WARN -> warn(service);
			case IGNORE -> {
			}
		}
	}

	private static void refuse(MigrationPlan plan) {
		if (!plan.isEmpty()) {
			throw new MigrateException(ErrorCode.BEHIND, "The database is behind: " + describe(plan) + ".",
					"Run `db upgrade`, or set spring.migrate.auto-upgrade=true.");
		}
	}

	private void warn(MigrationService service) {
		try {
			if (warnIfEmpty(service)) {
				return;
			}
			MigrationPlan plan = service.pending(request());
			plan.warnings().forEach(logger::warn);
			if (!plan.isEmpty()) {
				logger.warn("The database is behind: " + describe(plan)
						+ ". Run `db upgrade`, or set spring.migrate.auto-upgrade=true.");
			}
		}
		catch (MigrateException ex) {
			logger.warn(ex.getMessage() + ((ex.hint() != null) ? " " + ex.hint() : ""));
		}
	}

	private void await(MigrationService service) {
		long deadline = System.nanoTime() + this.properties.getLock().getWait().toNanos();
		MigrationPlan plan = service.pending(request());
		if (!plan.isEmpty()) {
			logger.info("Waiting for the database to be upgraded: " + describe(plan));
		}
		while (!plan.isEmpty()) {
			if (System.nanoTime() > deadline) {
				refuse(plan);
			}
			pause();
			plan = service.pending(request());
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrateException(ErrorCode.INTERRUPTED, "Interrupted while waiting for the database.", null, ex);
		}
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
