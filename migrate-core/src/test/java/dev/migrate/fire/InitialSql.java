package dev.migrate.fire;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.testkit.TestDatabase;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that begin with a statement, as a pool's do.
 */
final class InitialSql extends DelegatingDataSource {

	private final String sql;

	InitialSql(TestDatabase database, String sql) {
		super(database.dataSource());
		this.sql = sql;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute(this.sql);
		}
		return connection;
	}

}
