package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.migrate.operation.ServerNames;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A database's ways. Instances are stateless and safe for any number of threads; no
 * method closes the connection that it is given.
 */
public interface Dialect {

	/**
	 * Return the word that names this database in section lines.
	 * @return for example {@code postgresql}
	 */
	String name();

	/**
	 * Return how the database reads text.
	 * @return the rules of the lexer
	 */
	LexicalRules lexicalRules();

	/**
	 * Return whether DDL takes part in transactions. Where it does not, every statement
	 * is journalled.
	 * @return true if DDL can be rolled back
	 */
	boolean transactionalDdl();

	/**
	 * Write an identifier so that the database takes it as it is.
	 * @param identifier any name
	 * @return the quoted name
	 */
	String quote(String identifier);

	/**
	 * Write one of our own table names: plain lower-case names stay bare, so that a
	 * person can type them; all others are quoted.
	 * @param identifier a configured name
	 * @return the name, quoted if it must be
	 */
	String ownName(String identifier);

	/**
	 * Read an error.
	 * @param exception what the driver threw
	 * @return its meaning
	 */
	DatabaseFailure failure(SQLException exception);

	/**
	 * Tell what an error means, for those who have no use for its words.
	 * @param exception what the driver threw
	 * @return the same as {@link #failure} gives
	 */
	FailureKind failureKind(SQLException exception);

	/**
	 * Return the schema that unqualified names go to.
	 * @param connection an open connection
	 * @return the schema, or null if there is none
	 * @throws SQLException if the database can't tell
	 */
	@Nullable String currentSchema(Connection connection) throws SQLException;

	/**
	 * Tell whether a table, view or the like exists.
	 * @param connection an open connection
	 * @param name one part (found as an unqualified name is) or schema and name
	 * @return true if there is one
	 * @throws SQLException if the database can't tell
	 */
	boolean tableExists(Connection connection, List<String> name) throws SQLException;

	/**
	 * Return the statements that create our tables, where they are missing.
	 * @param tables their names
	 * @return the statements, in order
	 */
	List<String> createOwnTables(OwnTables tables);

	/**
	 * Return the one question of an up-to-date boot. Its single row has the columns
	 * {@code schema_name} (of the table that was found), {@code current_schema_name},
	 * {@code outcome}, {@code fingerprint} and {@code applied}, {@code expected} (numbers
	 * of rows of the version table: counted, and remembered).
	 * @param versionTable the version table as it is written in SQL
	 * @param journalTable the journal as it is written in SQL
	 * @return a query
	 */
	String glance(String versionTable, String journalTable);

	/**
	 * Remember a session's settings, to bring them back before each revision.
	 * @param connection an open connection in autocommit
	 * @return the state that was found
	 * @throws SQLException if the database can't tell
	 */
	SessionState session(Connection connection) throws SQLException;

	/**
	 * Return the statements that limit the next statements of a session.
	 * @param lockTimeout the longest wait for a lock, or null for no limit
	 * @param statementTimeout the longest time of a statement, or null for no limit
	 * @param local whether the limits end with the transaction
	 * @return the statements; empty if the database has no such limits
	 */
	List<String> limits(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout, boolean local);

	/**
	 * Tell whether the driver sends several statements, separated by semicolons, with
	 * parameters in any of them, in one round trip.
	 * @return false if each has to be sent for itself
	 */
	boolean sendsTogether();

	/**
	 * Return the lock that lives as long as a session.
	 * @return the lock, or null if the database has none
	 */
	@Nullable AdvisoryLock advisoryLock();

	/**
	 * Return an expression for a time to come, by the database's own clock.
	 * @param duration from now
	 * @return an expression of the type of our time columns
	 */
	String timeFromNow(Duration duration);

	/**
	 * Send a {@code COPY … FROM STDIN} with its data.
	 * @param connection an open connection
	 * @param sql the statement
	 * @param data the lines up to the end mark
	 * @throws SQLException if the database refuses, or has no such statement
	 */
	void copyIn(Connection connection, String sql, String data) throws SQLException;

	/**
	 * Return how scripts for its own client are written.
	 * @return the words
	 */
	ScriptWords scriptWords();

	/**
	 * Put rows into tables, in one transaction that the caller begins and ends.
	 * @param connection an open connection
	 * @return what does it
	 */
	RowLoader rowLoader(Connection connection);

	/**
	 * Return how its catalogue is read.
	 * @return the catalogue
	 */
	Catalog catalog();

	/**
	 * Return how operations are written.
	 * @param currentSchema left out in front of names
	 * @return a renderer
	 */
	Renderer renderer(String currentSchema);

	/**
	 * Return how operations are written whose names, types and expressions a person
	 * typed: plain lower-case names are those that the database stores for them, a name
	 * without a schema is found where the session is, types are known by the words of
	 * {@code dev.migrate.migration.Definitions}, expressions stay as they are.
	 * @return a renderer
	 */
	Renderer typedRenderer();

	/**
	 * Return how it names what nobody named.
	 * @return the patterns
	 */
	ServerNames serverNames();

	/**
	 * Remove what a statement outside a transaction left when it died or failed in the
	 * midst, and what would be in the way of its repetition.
	 * @param connection an open connection in autocommit
	 * @param statement which
	 * @throws SQLException if the database refuses
	 */
	void clearHalfDone(Connection connection, SqlStatement statement) throws SQLException;

	/**
	 * Tell how to find out what became of a statement that ran by itself, outside a
	 * transaction. Asks no database.
	 * @param statement which
	 * @return the way
	 */
	Postcheck postcheck(SqlStatement statement);

	/**
	 * Look for the effect of a statement.
	 * @param connection an open connection, with the settings that the statement finds
	 * @param statement one of those that the catalogue tells about
	 * @return true if its effect is there
	 * @throws SQLException if the database can't tell
	 */
	boolean isDone(Connection connection, SqlStatement statement) throws SQLException;

	/**
	 * Tell whether a repeated statement was refused because its effect is there already.
	 * @param statement which
	 * @param refusal what the driver threw
	 * @return true if it creates what exists, or drops what does not
	 */
	boolean alreadyDone(SqlStatement statement, SQLException refusal);

	/**
	 * Tell whether a statement of a section outside transactions may commit together with
	 * its line of the journal.
	 * @param statement which
	 * @return false if it would commit by itself, or can't run in a transaction
	 */
	boolean commitsWithJournal(SqlStatement statement);

	/**
	 * Return what is left behind by a failed statement outside a transaction: for a
	 * person, one sentence each.
	 * @param connection an open connection
	 * @return for example the names of invalid indexes
	 * @throws SQLException if the database can't tell
	 */
	List<String> leftovers(Connection connection) throws SQLException;

}
