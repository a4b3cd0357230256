package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.SessionState;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Behind a pooler that hands out a server session for each transaction. What is set
 * outside of one would be found by whoever comes next; what a revision sets inside is
 * taken back before it commits.
 */
final class PooledPostgresqlSession implements SessionState {

	private static final String SETTINGS = "RESET SESSION AUTHORIZATION; RESET ALL";

	private final @Nullable Integer prepareThreshold;

	private PooledPostgresqlSession(@Nullable Integer prepareThreshold) {
		this.prepareThreshold = prepareThreshold;
	}

	static PooledPostgresqlSession capture(Connection connection) throws SQLException {
		return new PooledPostgresqlSession(PostgresqlDriver.prepareThreshold(connection, 0));
	}

	@Override
	public boolean lasts() {
		return false;
	}

	@Override
	public boolean outlives(SqlStatement statement) {
		return false;
	}

	@Override
	public void restore(Connection connection) throws SQLException {
		settings(connection);
	}

	// A transaction begins with a session that is as the pooler keeps it.
	@Override
	public List<String> restoring() {
		return List.of();
	}

	@Override
	public void settings(Connection connection) throws SQLException {
		if (!connection.getAutoCommit()) {
			PostgresqlSession.send(connection, SETTINGS);
		}
	}

	@Override
	public void giveBack(Connection connection) throws SQLException {
		if (this.prepareThreshold != null) {
			PostgresqlDriver.prepareThreshold(connection, this.prepareThreshold);
		}
	}

}
