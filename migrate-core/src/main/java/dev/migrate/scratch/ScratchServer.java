package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the server that scratch databases are made on.
 */
@FunctionalInterface
public interface ScratchServer {

	/**
	 * Connect.
	 * @param database the name of a database, or null for the one that is configured
	 * @return a new connection, closed by the caller, not from a pool
	 * @throws SQLException if the server can't be reached
	 */
	Connection connect(@Nullable String database) throws SQLException;

}
