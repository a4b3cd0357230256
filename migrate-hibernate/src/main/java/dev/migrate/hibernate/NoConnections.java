package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;

import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/**
 * Stands where the application's pool would stand, and refuses: entities are read without
 * a database.
 */
final class NoConnections implements ConnectionProvider {

	private static final long serialVersionUID = 1L;

	@Override
	public Connection getConnection() throws SQLException {
		throw new SQLException("The entities are read without a database; something asked for a connection");
	}

	@Override
	public void closeConnection(Connection connection) throws SQLException {
		connection.close();
	}

	@Override
	public boolean supportsAggressiveRelease() {
		return false;
	}

	@Override
	public boolean isUnwrappableAs(Class<?> unwrapType) {
		return false;
	}

	@Override
	public <T> T unwrap(Class<T> unwrapType) {
		throw new IllegalArgumentException("Nothing to unwrap as " + unwrapType.getName());
	}

}
