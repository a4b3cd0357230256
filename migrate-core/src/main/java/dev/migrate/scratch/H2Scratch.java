package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchDatabase.Commits;

/**
 * Databases in memory, with the mode of the one that they stand for.
 */
public final class H2Scratch implements Scratch {

	private final ScratchServer server;

	private final Supplier<String> randomName;

	/**
	 * Create a source of databases.
	 * @param server opens a database in memory by its name
	 * @param randomName gives a word that no other database of the process has
	 */
	public H2Scratch(ScratchServer server, Supplier<String> randomName) {
		this.server = server;
		this.randomName = randomName;
	}

	@Override
	public ScratchDatabase rolledBack() {
		return committed();
	}

	@Override
	public ScratchDatabase large() {
		return committed();
	}

	@Override
	public ScratchDatabase committed() {
		try {
			String name = "migrate_scratch_" + this.randomName.get();
			Connection connection = this.server.connect(name);
			return new ScratchDatabase(connection, Commits.EACH, () -> close(connection),
					() -> this.server.connect(name));
		}
		catch (SQLException ex) {
			throw new MigrateException(ErrorCode.NO_CONNECTION,
					"No scratch database in memory could be opened: " + ex.getMessage() + ".", null, ex);
		}
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			// A database in memory ends with its last connection.
		}
	}

	@Override
	public void close() {
		// Each database ends with its connection.
	}

}
