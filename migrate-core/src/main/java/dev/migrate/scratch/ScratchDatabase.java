package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty database with the settings of the one that it stands for. Closing it undoes or
 * removes everything.
 *
 * @param connection the connection that works on it: in autocommit if each piece of work
 * is committed, else in a transaction
 * @param commits when its user commits
 * @param end undoes or removes; never throws
 * @param connector opens more connections; of no use if it is rolled back
 */
public record ScratchDatabase(Connection connection, Commits commits, Runnable end,
		Connector connector) implements AutoCloseable {

	@Override
	public void close() {
		this.end.run();
	}

	/**
	 * When work on a scratch database is committed.
	 */
	public enum Commits {

		/** Never: everything runs in one transaction, which is rolled back. */
		NEVER,

		/** From time to time, as it suits whoever works. */
		AT_TIMES,

		/** Each piece of work, as in production. */
		EACH

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
