package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migrate.dialect.SessionState;
import dev.migrate.sql.SqlStatement;

/**
 * The schema that unqualified names go to.
 *
 * @param schema its name, quoted
 */
record H2Session(String schema) implements SessionState {

	@Override
	public boolean lasts() {
		return true;
	}

	@Override
	public boolean outlives(SqlStatement statement) {
		return false;
	}

	@Override
	public void restore(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(restoring().get(0));
		}
	}

	@Override
	public List<String> restoring() {
		return List.of("SET SCHEMA " + this.schema);
	}

	@Override
	public void settings(Connection connection) throws SQLException {
		restore(connection);
	}

	@Override
	public void giveBack(Connection connection) throws SQLException {
		restore(connection);
	}

}
