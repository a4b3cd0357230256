package dev.migrate.boot.observe;

import dev.migrate.event.MigrationEvent;
import org.springframework.context.ApplicationEvent;

/**
 * Tells the application about a run: it began or ended, or one of its revisions did.
 * Statements and waiting are told to {@link dev.migrate.event.MigrationListener} beans
 * only.
 */
public final class MigrationApplicationEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final String database;

	private final transient MigrationEvent event;

	/**
	 * Create an event.
	 * @param source the publisher
	 * @param database the name of the database
	 * @param event what happened
	 */
	public MigrationApplicationEvent(Object source, String database, MigrationEvent event) {
		super(source);
		this.database = database;
		this.event = event;
	}

	/**
	 * Return which database the run is about.
	 * @return its name
	 */
	public String database() {
		return this.database;
	}

	/**
	 * Return what happened.
	 * @return the engine's own event
	 */
	public MigrationEvent event() {
		return this.event;
	}

}
