package dev.migrate.boot.cli;

import dev.migrate.service.MigrationDatabases;

/**
 * The application as commands see it, with a workplace at each of its databases.
 */
public interface Workplaces {

	/**
	 * Return the databases of the application.
	 * @return the registry
	 * @throws CommandFailedException if the application has none, or can't make it
	 */
	MigrationDatabases databases();

	/**
	 * Return what surrounds one of them.
	 * @param database its name
	 * @return the workplace
	 */
	Workplace at(String database);

}
