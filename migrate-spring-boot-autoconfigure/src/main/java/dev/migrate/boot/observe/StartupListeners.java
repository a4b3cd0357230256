package dev.migrate.boot.observe;

import java.util.Locale;

import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import org.jspecify.annotations.Nullable;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Records the runs of the boot as startup steps {@code migrate.upgrade} or
 * {@code migrate.downgrade}, with the tags {@code database}, {@code revision} (one for
 * each revision that was done) and {@code outcome}. Later runs are no part of the
 * startup.
 */
public final class StartupListeners implements DatabaseListeners {

	private final ApplicationStartup startup;

	private volatile boolean started;

	/**
	 * Create the factory.
	 * @param startup records the steps
	 */
	public StartupListeners(ApplicationStartup startup) {
		this.startup = startup;
	}

	/**
	 * Take the startup as over.
	 */
	public void started() {
		this.started = true;
	}

	@Override
	public MigrationListener forDatabase(String database) {
		return new StartupListener(database);
	}

	private final class StartupListener implements MigrationListener {

		private final String database;

		private @Nullable StartupStep step;

		StartupListener(String database) {
			this.database = database;
		}

		@Override
		public synchronized void onEvent(MigrationEvent event) {
			if (event instanceof MigrationEvent.RunStarted run && !StartupListeners.this.started) {
				this.step = StartupListeners.this.startup
					.start("migrate." + run.direction().name().toLowerCase(Locale.ROOT))
					.tag("database", this.database);
			}
			StartupStep current = this.step;
			if (current == null) {
				return;
			}
			if (event instanceof MigrationEvent.StepFinished finished) {
				current.tag("revision", finished.revision().id().value());
			}
			else if (event instanceof MigrationEvent.StepFailed) {
				end(current, "failure");
			}
			else if (event instanceof MigrationEvent.RunFinished) {
				end(current, "success");
			}
		}

		private void end(StartupStep current, String outcome) {
			current.tag("outcome", outcome).end();
			this.step = null;
		}

	}

}
