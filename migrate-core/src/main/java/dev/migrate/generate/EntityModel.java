package dev.migrate.generate;

import dev.migrate.dialect.ServerVersion;

/**
 * The entities of an application.
 */
@FunctionalInterface
public interface EntityModel {

	/**
	 * Read the entities for a server. The user's database is not opened.
	 * @param server product and exact version: both shape the schema
	 * @return what the entities want of an empty database
	 * @throws dev.migrate.error.MigrateException if the entities can't be read
	 */
	Entities read(ServerVersion server);

}
