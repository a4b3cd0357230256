package dev.migrate.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * An empty database of its own for one test. It is dropped on {@link #close()}, whoever
 * is still connected. Every statement runs on a fresh connection in autocommit; a failed
 * one surfaces as {@link IllegalStateException} that shows the SQL and keeps the
 * {@link SQLException} as its cause.
 */
public final class TestDatabase implements AutoCloseable {

	private final String name;

	private final String url;

	private final String user;

	private final String password;

	private final DataSource dataSource;

	private final Runnable drop;

	TestDatabase(String name, String url, String user, String password, DataSource dataSource, Runnable drop) {
		this.name = name;
		this.url = url;
		this.user = user;
		this.password = password;
		this.dataSource = dataSource;
		this.drop = drop;
	}

	public String name() {
		return this.name;
	}

	public String url() {
		return this.url;
	}

	public String user() {
		return this.user;
	}

	public String password() {
		return this.password;
	}

	/**
	 * Return the driver's own DataSource: no pool, every connection is a new one.
	 * @return the plain DataSource
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Open a connection that the caller closes.
	 * @return a new connection in autocommit
	 */
	public Connection connect() {
		try {
			return this.dataSource.getConnection();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot connect to " + this.url + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Run the statements one after the other on one connection. A text may hold several
	 * statements if the driver allows it.
	 * @param sql the statements
	 */
	public void execute(String... sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (String text : sql) {
				run(statement, text);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void run(Statement statement, String sql) {
		try {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw failed(sql, ex);
		}
	}

	/**
	 * Query one value.
	 * @param sql a query with exactly one row
	 * @return the first column, null for SQL's NULL
	 */
	public @Nullable String string(String sql) {
		List<@Nullable String> values = query(sql, 1);
		if (values.size() != 1) {
			throw new IllegalStateException("Expected one row but got " + values.size() + ": " + sql);
		}
		return values.get(0);
	}

	/**
	 * Query rows as text, in the order of the query.
	 * @param sql any query
	 * @return one text for each row, its columns joined by {@code |}; NULL reads
	 * {@code null}
	 */
	public List<String> strings(String sql) {
		return query(sql, Integer.MAX_VALUE).stream().map(String::valueOf).toList();
	}

	private List<@Nullable String> query(String sql, int columns) {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			int width = Math.min(columns, rows.getMetaData().getColumnCount());
			List<@Nullable String> result = new ArrayList<>();
			while (rows.next()) {
				result.add((width == 1) ? rows.getString(1) : row(rows, width));
			}
			return Collections.unmodifiableList(result);
		}
		catch (SQLException ex) {
			throw failed(sql, ex);
		}
	}

	private static String row(ResultSet rows, int width) throws SQLException {
		StringBuilder row = new StringBuilder();
		for (int column = 1; column <= width; column++) {
			row.append((column > 1) ? "|" : "").append(rows.getString(column));
		}
		return row.toString();
	}

	private static IllegalStateException failed(String sql, SQLException ex) {
		return new IllegalStateException(ex.getMessage() + " [" + ex.getSQLState() + "] in: " + sql, ex);
	}

	@Override
	public void close() {
		this.drop.run();
	}

	@Override
	public String toString() {
		return this.url;
	}

}
