package dev.migrate.history;

import org.jspecify.annotations.Nullable;

/**
 * Who runs what: the columns that all lines of a run share.
 *
 * @param run a name that no other run has
 * @param operation {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
 * @param performedBy a person or a principal
 * @param host the machine
 * @param applicationVersion the version of the application, or null if it has none
 */
public record RunIdentity(String run, String operation, String performedBy, String host,
		@Nullable String applicationVersion) {

	/**
	 * Return whose run it is.
	 * @return for example {@code upgrade by ann on build-7}
	 */
	public String describe() {
		return this.operation + " by " + this.performedBy + " on " + this.host;
	}

}
