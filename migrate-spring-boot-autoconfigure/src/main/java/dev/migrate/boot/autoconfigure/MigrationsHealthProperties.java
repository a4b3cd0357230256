package dev.migrate.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the migrations health indicator.
 */
@ConfigurationProperties("management.health.migrations")
public class MigrationsHealthProperties {

	/**
	 * Health while revisions are pending.
	 */
	private Pending pending = Pending.UP;

	private final Cache cache = new Cache();

	public Pending getPending() {
		return this.pending;
	}

	public void setPending(Pending pending) {
		this.pending = pending;
	}

	public Cache getCache() {
		return this.cache;
	}

	/**
	 * What pending revisions mean.
	 */
	public enum Pending {

		/** A detail. */
		UP,

		/** The application must not be used yet. */
		DOWN

	}

	/**
	 * How often the database is asked.
	 */
	public static class Cache {

		/**
		 * Time that an answer of the database is used again.
		 */
		private Duration timeToLive = Duration.ofSeconds(10);

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

	}

}
