package dev.migrate.schema;

/**
 * The one door for the question where a schema comes from: a database, the entities, a
 * test.
 */
@FunctionalInterface
public interface SchemaSource {

	/**
	 * Read the schema as it is now.
	 * @return the schema
	 */
	Schema read();

}
