package dev.migrate.scratch;

import java.sql.Connection;

/**
 * An empty database with the settings of the one that it stands for. Closing it undoes or
 * removes everything.
 *
 * @param connection the only connection to it: in a transaction if it is rolled back,
 * else in autocommit
 * @param rolledBack whether everything runs in one transaction
 * @param end undoes or removes; never throws
 */
public record ScratchDatabase(Connection connection, boolean rolledBack, Runnable end) implements AutoCloseable {

	@Override
	public void close() {
		this.end.run();
	}

}
