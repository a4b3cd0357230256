package dev.migrate.service;

import java.util.Map;

import dev.migrate.lint.Severity;
import dev.migrate.plan.Policies;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TableNames;
import org.jspecify.annotations.Nullable;

/**
 * How the engine of one database behaves.
 *
 * @param tables names of our tables
 * @param run lock, transactions, limits
 * @param policies what to do about states that are not as they should be
 * @param host this machine, for the journal
 * @param applicationVersion the version of the application, or null if it has none
 * @param lintFailOn an upgrade is refused if something as bad as this is found in what is
 * pending, or null if nobody looks
 */
public record EngineSettings(TableNames tables, RunSettings run, Policies policies, String host,
		@Nullable String applicationVersion, @Nullable Severity lintFailOn) {

	/** The values that apply when nothing is configured. */
	public static final EngineSettings DEFAULT = new EngineSettings(TableNames.DEFAULT, RunSettings.DEFAULT,
			Policies.DEFAULT, "unknown", null, null);

	public EngineSettings(TableNames tables, RunSettings run, Policies policies, String host,
			@Nullable String applicationVersion) {
		this(tables, run, policies, host, applicationVersion, null);
	}

	/**
	 * Return the same with another limit for what is found in pending revisions.
	 * @param limit the least severity that an upgrade is refused for, or null for none
	 * @return other settings
	 */
	public EngineSettings failingOn(@Nullable Severity limit) {
		return new EngineSettings(this.tables, this.run, this.policies, this.host, this.applicationVersion, limit);
	}

	/**
	 * Return the settings of a run that was given arguments.
	 * @param arguments what the code of revisions is given; none for what is set
	 * @return the settings
	 */
	EngineSettings withArguments(Map<String, String> arguments) {
		return arguments.isEmpty() ? this : new EngineSettings(this.tables, this.run.withArguments(arguments),
				this.policies, this.host, this.applicationVersion, this.lintFailOn);
	}

}
