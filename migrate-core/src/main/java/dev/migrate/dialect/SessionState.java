package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.sql.SqlStatement;

/**
 * The settings of a session as they were when we took it.
 */
public interface SessionState {

	/**
	 * Tell whether the next statement finds the session of the last one.
	 * @return false behind a pooler that hands out a session for each transaction:
	 * settings then last no longer than the transaction
	 */
	boolean lasts();

	/**
	 * Tell whether a statement certainly leaves the session as it is, so that there is
	 * nothing to restore after it.
	 * @param statement of a revision
	 * @return false if it changes a setting, makes something temporary, or may run code
	 * that does
	 */
	boolean outlives(SqlStatement statement);

	/**
	 * Make the session ready for the next revision: search path, role and everything that
	 * a revision may have set as it was, nothing temporary left, and what our own work
	 * needs switched on.
	 * @param connection the same session, no failed transaction open
	 * @throws SQLException if the connection is gone
	 */
	void restore(Connection connection) throws SQLException;

	/**
	 * Return what {@link #restore} sends, to be sent together with more.
	 * @return statements without parameters
	 */
	List<String> restoring();

	/**
	 * Bring the settings alone back, in the midst of a revision: its temporary tables
	 * stay.
	 * @param connection the same session, no failed transaction open
	 * @throws SQLException if the connection is gone
	 */
	void settings(Connection connection) throws SQLException;

	/**
	 * Let code of a revision work with the connection as the application opened it.
	 * @param connection the same session
	 * @throws SQLException if the connection is gone
	 */
	default void lend(Connection connection) throws SQLException {
	}

	/**
	 * Go on with the connection after code of a revision had it.
	 * @param connection the same session
	 * @throws SQLException if the connection is gone
	 */
	default void takeBack(Connection connection) throws SQLException {
	}

	/**
	 * Let the server read a statement of ours once that is sent many times in a row.
	 * @param statement not sent yet
	 * @throws SQLException if the connection is gone
	 */
	default void repeats(PreparedStatement statement) throws SQLException {
	}

	/**
	 * Leave the session exactly as it was found.
	 * @param connection the same session, no failed transaction open
	 * @throws SQLException if the connection is gone
	 */
	void giveBack(Connection connection) throws SQLException;

}
