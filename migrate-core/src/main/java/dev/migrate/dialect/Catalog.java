package dev.migrate.dialect;

import java.sql.Connection;
import java.util.Collections;
import java.util.SortedMap;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;

/**
 * Reads a database's catalogue. The number of round trips does not depend on the number
 * of objects; nothing is written, and a role that may only read is enough.
 */
public interface Catalog {

	/**
	 * Read the part of the database that is in scope. With autocommit off the reading is
	 * part of the caller's transaction: it sees what that has changed, and leaves the
	 * transaction and its settings as they were, even when it fails. With autocommit on
	 * everything is read as of one moment.
	 * @param connection an open connection, which stays open
	 * @param scope what to read
	 * @return the schema
	 * @throws dev.migrate.error.MigrateException if the database refuses
	 */
	Schema read(Connection connection, SchemaScope scope);

	/**
	 * Tell which file holds each table and index. Another one after a statement says that
	 * the statement wrote all of it anew.
	 * @param connection an open connection, which stays open
	 * @return the files by name; empty if the database has no such thing
	 */
	default SortedMap<QualifiedName, String> storage(Connection connection) {
		return Collections.emptySortedMap();
	}

}
