package dev.migrate.boot.autoconfigure;

import dev.migrate.generate.EntityModel;

/**
 * Finds the entities of a database.
 */
@FunctionalInterface
interface DatabaseEntities {

	/**
	 * Return the entities of one database.
	 * @param database its name
	 * @return the model, which reads them when it is asked to
	 */
	EntityModel of(String database);

}
