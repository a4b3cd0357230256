package dev.migrate.dialect;

import java.util.List;

import dev.migrate.sql.SqlStatement;

/**
 * How a script is written that the database's own client runs. Nothing of it depends on a
 * connection.
 */
public interface ScriptWords {

	/**
	 * Write a text so that the database reads it as it is, whatever its settings.
	 * @param text any text without a NUL character
	 * @return the literal with its quotes
	 */
	String literal(String text);

	/**
	 * Return an expression for a name that no other run has.
	 * @return an expression of a text
	 */
	String newName();

	/**
	 * Return what makes the session of a client ready for a revision.
	 * @return statements; what {@link SessionState#restore} sends where nothing is known
	 * of the session
	 */
	List<String> restoring();

	/**
	 * Return what brings the settings alone back, in the midst of a revision.
	 * @return statements; what {@link SessionState#settings} sends where nothing is known
	 * of the session
	 */
	List<String> settings();

	/**
	 * Return what refuses to go on where the script does not fit.
	 * @param guard what has to hold
	 * @return statements that fail if it does not; empty if the database has no way to
	 * say so
	 */
	List<String> guarding(ScriptGuard guard);

	/**
	 * Return what gives back the lock that a guard has taken.
	 * @param tables our tables
	 * @return statements; empty if a guard takes none
	 */
	List<String> unlocking(OwnTables tables);

	/**
	 * Return a condition for the version table to have exactly some rows.
	 * @param versionTable as it is written in SQL
	 * @param digest SHA-256, in lower-case hex, of {@code revision checksum}, joined by
	 * commas in the order of the ids
	 * @return a condition
	 */
	String holdsExactly(String versionTable, String digest);

	/**
	 * Write a statement that brings rows of its own so that the client can pass over
	 * both.
	 * @param statement with {@link SqlStatement#copyData()}
	 * @return the lines, with the end of each
	 * @throws dev.migrate.error.MigrateException if its rows can't be passed over
	 */
	String passableRows(SqlStatement statement);

	/**
	 * Tell whether the client has conditions, so that a script can pass over what is done
	 * already.
	 * @return true for {@code \gset} and {@code \if}
	 */
	boolean hasConditions();

}
