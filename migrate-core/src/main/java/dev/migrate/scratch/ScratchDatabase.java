package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty database with the settings of the one that it stands for. Closing it undoes or
 * removes everything.
 *
 * @param connection the connection that works on it: in a transaction if it is rolled
 * back, else in autocommit
 * @param rolledBack whether everything runs in one transaction
 * @param end undoes or removes; never throws
 * @param connector opens more connections; of no use if it is rolled back
 */
public record ScratchDatabase(Connection connection, boolean rolledBack, Runnable end,
		Connector connector) implements AutoCloseable {

	@Override
	public void close() {
		this.end.run();
	}

	/**
	 * Opens connections to the same database.
	 */
	@FunctionalInterface
	public interface Connector {

		/**
		 * Connect once more.
		 * @return a new connection, closed by the caller before the database is
		 * @throws SQLException if the server can't be reached
		 */
		Connection connect() throws SQLException;

	}

}
