package dev.migrate.service;

import java.util.Map;

import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Target;
import dev.migrate.run.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * What to plan or run.
 *
 * @param direction up or down
 * @param target where to; null on the way down takes back every revision that the folder
 * does not have
 * @param actor who asks, for version table and journal
 * @param listener is told what happens, besides the engine's own listeners
 * @param cancellation lets another thread stop the run
 * @param tag what the user calls the run, for the journal, or null
 * @param arguments what the code of revisions is given
 */
public record RunRequest(Direction direction, @Nullable Target target, String actor, MigrationListener listener,
		Cancellation cancellation, @Nullable String tag, Map<String, String> arguments) {

	public RunRequest {
		arguments = Map.copyOf(arguments);
	}

	public RunRequest(Direction direction, @Nullable Target target, String actor, MigrationListener listener,
			Cancellation cancellation, @Nullable String tag) {
		this(direction, target, actor, listener, cancellation, tag, Map.of());
	}

	public RunRequest(Direction direction, @Nullable Target target, String actor, MigrationListener listener,
			Cancellation cancellation) {
		this(direction, target, actor, listener, cancellation, null);
	}

	/**
	 * Ask for an upgrade.
	 * @param target where to
	 * @param actor who asks
	 * @return a request without a listener
	 */
	public static RunRequest upgrade(Target target, String actor) {
		return new RunRequest(Direction.UPGRADE, target, actor, MigrationListener.NONE, new Cancellation());
	}

	/**
	 * Ask for a downgrade.
	 * @param target where to
	 * @param actor who asks
	 * @return a request without a listener
	 */
	public static RunRequest downgrade(Target target, String actor) {
		return new RunRequest(Direction.DOWNGRADE, target, actor, MigrationListener.NONE, new Cancellation());
	}

	/**
	 * Ask to take back every revision that the folder does not have.
	 * @param actor who asks
	 * @return a request without a listener
	 */
	public static RunRequest downgradeUnknown(String actor) {
		return new RunRequest(Direction.DOWNGRADE, null, actor, MigrationListener.NONE, new Cancellation());
	}

	/**
	 * Return the request with another listener.
	 * @param listener is told what happens
	 * @return a new request
	 */
	public RunRequest with(MigrationListener listener) {
		return new RunRequest(this.direction, this.target, this.actor, listener, this.cancellation, this.tag,
				this.arguments);
	}

	/**
	 * Return the request with a tag.
	 * @param newTag what the user calls the run, or null
	 * @return a new request
	 */
	public RunRequest tagged(@Nullable String newTag) {
		return new RunRequest(this.direction, this.target, this.actor, this.listener, this.cancellation, newTag,
				this.arguments);
	}

	/**
	 * Return the request with arguments.
	 * @param newArguments what the code of revisions is given
	 * @return a new request
	 */
	public RunRequest withArguments(Map<String, String> newArguments) {
		return new RunRequest(this.direction, this.target, this.actor, this.listener, this.cancellation, this.tag,
				newArguments);
	}

}
