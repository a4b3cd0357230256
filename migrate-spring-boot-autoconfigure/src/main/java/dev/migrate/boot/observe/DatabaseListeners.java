package dev.migrate.boot.observe;

import dev.migrate.event.MigrationListener;

/**
 * Makes the listener of one database: for listeners that tell databases apart, or that
 * remember something between the events of a run. A bean of this type is asked once for
 * each database.
 */
@FunctionalInterface
public interface DatabaseListeners {

	/**
	 * Make a listener.
	 * @param database the name of the database
	 * @return is told about the runs of this database only
	 */
	MigrationListener forDatabase(String database);

}
