package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The settings of a session as they were when we took it.
 */
@FunctionalInterface
public interface SessionState {

	/**
	 * Bring the settings back: search path, role, everything that a revision may have
	 * set.
	 * @param connection the same session, no failed transaction open
	 * @throws SQLException if the connection is gone
	 */
	void restore(Connection connection) throws SQLException;

}
