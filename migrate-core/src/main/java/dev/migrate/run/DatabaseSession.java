package dev.migrate.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.OwnStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/**
 * The one connection of a piece of work, in autocommit, with what belongs to it. Closing
 * it gives the connection back as it was.
 */
public final class DatabaseSession implements AutoCloseable {

	private final DataSource dataSource;

	private final Dialects dialects;

	private final Connection connection;

	private final Dialect dialect;

	private final TableNames names;

	private final boolean autoCommit;

	private final JdbcTemplate jdbc;

	// The same few texts each time: the driver recognises them.
	private final Map<List<String>, String> joined = new HashMap<>();

	private @Nullable OwnTables tables;

	private DatabaseSession(DataSource dataSource, Dialects dialects, Connection connection, TableNames names)
			throws SQLException {
		this.dataSource = dataSource;
		this.dialects = dialects;
		this.connection = connection;
		this.dialect = dialects.of(connection);
		this.names = names;
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, false));
		this.autoCommit = connection.getAutoCommit();
		if (!this.autoCommit) {
			connection.setAutoCommit(true);
		}
	}

	/**
	 * Take a connection. No statement is sent.
	 * @param dataSource where from
	 * @param dialects the databases that are supported
	 * @param names of our tables
	 * @return the session, to be closed by the caller
	 * @throws MigrateException with NO_CONNECTION or UNSUPPORTED_DATABASE
	 */
	public static DatabaseSession open(DataSource dataSource, Dialects dialects, TableNames names) {
		Connection connection;
		try {
			connection = dataSource.getConnection();
		}
		catch (MigrateException ex) {
			throw ex;
		}
		catch (SQLException | RuntimeException ex) {
			// Pools throw what they like when they can't even begin.
			throw ConnectionFailures.of(ex);
		}
		try {
			return new DatabaseSession(dataSource, dialects, connection, names);
		}
		catch (SQLException ex) {
			close(connection);
			throw ConnectionFailures.of(ex);
		}
		catch (RuntimeException ex) {
			close(connection);
			throw ex;
		}
	}

	/**
	 * Tell whether there can be another connection beside this one.
	 * @return false if the DataSource hands out the same one again
	 */
	boolean hasSiblings() {
		return !(this.dataSource instanceof SmartDataSource);
	}

	/**
	 * Take another connection from where this one came from. Safe for any thread.
	 * @return the session, to be closed by the caller
	 */
	DatabaseSession sibling() {
		return open(this.dataSource, this.dialects, this.names);
	}

	/**
	 * Return the connection.
	 * @return the connection, closed with this session
	 */
	public Connection connection() {
		return this.connection;
	}

	/**
	 * Return the dialect.
	 * @return the dialect of the connection
	 */
	public Dialect dialect() {
		return this.dialect;
	}

	/**
	 * Return our tables, always with their schema. The first call may ask the database
	 * for its current schema.
	 * @return their names as written in SQL
	 * @throws MigrateException if no schema is configured and the connection has none
	 */
	public OwnTables tables() {
		if (this.tables == null) {
			this.tables = this.names.in(schema(), this.dialect);
		}
		return this.tables;
	}

	private String schema() {
		if (this.names.schema() != null) {
			return this.names.schema();
		}
		try {
			String schema = this.dialect.currentSchema(this.connection);
			if (schema == null) {
				throw new MigrateException(ErrorCode.DATABASE_REFUSED,
						"The connection has no current schema: no schema of its search_path exists, or may be used.",
						"Create the schema, grant USAGE on it, or set spring.migrate.schema.");
			}
			return schema;
		}
		catch (SQLException ex) {
			throw refused("asking for the current schema", ex);
		}
	}

	/**
	 * Return the version table as it is found without asking for a schema.
	 * @return the name as written in SQL
	 */
	public String bareVersionTable() {
		return this.names.bare(this.names.version(), this.dialect);
	}

	/**
	 * Return the journal as it is found without asking for a schema.
	 * @return the name as written in SQL
	 */
	public String bareJournalTable() {
		return this.names.bare(this.names.journal(), this.dialect);
	}

	/**
	 * Tell whether the schema of our tables is configured.
	 * @return false if it is the connection's current one
	 */
	public boolean hasConfiguredSchema() {
		return this.names.schema() != null;
	}

	/**
	 * Remember the schema that a query has told, and spare the question.
	 * @param schema the current schema
	 */
	public void schemaIs(String schema) {
		this.tables = this.names.in(schema, this.dialect);
	}

	/**
	 * Run a statement of our own.
	 * @param sql one statement
	 * @throws SQLException if the database refuses
	 */
	public void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	/**
	 * Send statements of our own, in one round trip where the driver can.
	 * @param statements in order; the first that is refused is the last that is tried
	 * @return how many rows the last one changed
	 * @throws org.springframework.dao.DataAccessException if the database refuses one
	 */
	int send(List<OwnStatement> statements) {
		int changed = 0;
		for (OwnStatement statement : this.dialect.sendsTogether() ? List.of(joined(statements)) : statements) {
			Integer count = this.jdbc.execute(statement.sql(), (PreparedStatementCallback<Integer>) (prepared) -> {
				statement.fill(prepared);
				return lastCount(prepared);
			});
			changed = (count != null) ? count : 0;
		}
		return changed;
	}

	/**
	 * Send one and the same statement of our own with different values, in few round
	 * trips.
	 * @param statements in order, all of the same text
	 * @param state of the session
	 * @return how many rows each changed; below zero if the driver doesn't tell
	 * @throws org.springframework.dao.DataAccessException if the database refuses one
	 */
	int[] sendEach(List<OwnStatement> statements, SessionState state) {
		if (statements.isEmpty()) {
			return new int[0];
		}
		int[] counts = this.jdbc.execute(statements.get(0).sql(), (PreparedStatementCallback<int[]>) (prepared) -> {
			state.repeats(prepared);
			for (OwnStatement statement : statements) {
				statement.fill(prepared);
				prepared.addBatch();
			}
			return prepared.executeBatch();
		});
		return Objects.requireNonNull(counts);
	}

	private OwnStatement joined(List<OwnStatement> statements) {
		if (statements.size() == 1) {
			return statements.get(0);
		}
		List<String> texts = new ArrayList<>(statements.size());
		List<@Nullable Object> values = new ArrayList<>();
		for (OwnStatement statement : statements) {
			texts.add(statement.sql());
			values.addAll(statement.values());
		}
		String text = this.joined.get(texts);
		if (text == null) {
			text = String.join(";", texts);
			this.joined.put(texts, text);
		}
		return new OwnStatement(text, values);
	}

	private static int lastCount(PreparedStatement statement) throws SQLException {
		int last = 0;
		boolean rows = statement.execute();
		int count = statement.getUpdateCount();
		while (rows || count >= 0) {
			last = rows ? last : count;
			rows = statement.getMoreResults();
			count = statement.getUpdateCount();
		}
		return last;
	}

	/**
	 * Undo the open transaction, as far as there is one.
	 */
	void undo() {
		try {
			this.connection.rollback();
		}
		catch (SQLException ex) {
			// The connection is gone, and with it the transaction.
		}
	}

	/**
	 * Do work in one transaction.
	 * @param work sends statements of our own
	 * @throws SQLException if it can't be committed; it is undone then
	 */
	void atOnce(Runnable work) throws SQLException {
		boolean committed = false;
		this.connection.setAutoCommit(false);
		try {
			work.run();
			this.connection.commit();
			committed = true;
		}
		finally {
			if (!committed) {
				undo();
			}
			autoCommit();
		}
	}

	/**
	 * Go back to a transaction for each statement.
	 */
	void autoCommit() {
		try {
			this.connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			// The connection is gone; whoever uses it next is told.
		}
	}

	/**
	 * Explain why the database refused one of our own statements.
	 * @param doing what we were at
	 * @param exception what the driver threw
	 * @return what to throw
	 */
	public MigrateException refused(String doing, SQLException exception) {
		DatabaseFailure failure = this.dialect.failure(exception);
		if (failure.kind() == FailureKind.CONNECTION) {
			return ConnectionFailures.lost(doing, exception);
		}
		return new MigrateException(ErrorCode.DATABASE_REFUSED,
				"The database refused " + doing + ": " + failure.message() + " (SQLSTATE " + failure.sqlState() + ").",
				hint(failure.kind()), exception);
	}

	/** Return what to do about a refusal whatever was refused, or null. */
	static @Nullable String hint(FailureKind kind) {
		return switch (kind) {
			case PERMISSION -> "Grant the privilege, or give migrations a user of their own with spring.migrate.user.";
			case READ_ONLY -> "It is a standby, or its sessions may not write: name the primary server in"
					+ " spring.datasource.url (or spring.migrate.url).";
			case EXHAUSTED ->
				"The database server has run out of disk, memory, locks or connections. Make room, then run"
						+ " the command again: it goes on where it was.";
			case CANCELLED -> "A statement_timeout, or an administrator, stopped it. Raise the statement_timeout of the"
					+ " user, or spring.migrate.statement-timeout where that is set.";
			default -> null;
		};
	}

	@Override
	public void close() {
		try {
			if (this.connection.isClosed()) {
				return;
			}
			if (!this.autoCommit) {
				this.connection.setAutoCommit(false);
			}
		}
		catch (SQLException ex) {
			// The pool finds out by itself that the connection is of no use.
		}
		close(this.connection);
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			// Nothing of ours is lost with it.
		}
	}

}
