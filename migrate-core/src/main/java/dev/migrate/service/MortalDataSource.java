package dev.migrate.service;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedSet;
import java.util.logging.Logger;

import dev.migrate.error.SourceLocation;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to a scratch database that die at one point: before or after the n-th
 * statement or commit. Statements on things that belong to the whole server are not sent.
 */
final class MortalDataSource extends AbstractDataSource {

	static final int NEVER = Integer.MAX_VALUE;

	private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

	private static final int SHOWN = 120;

	private final ScratchDatabase.Connector connector;

	private final LexicalRules rules;

	private final int fatalPoint;

	private final SortedSet<String> skipped;

	private int points;

	private String last = "";

	/**
	 * Create a source.
	 * @param connector opens the connections
	 * @param rules of the database
	 * @param fatalPoint counted from 1
	 * @param skipped is added to
	 */
	MortalDataSource(ScratchDatabase.Connector connector, LexicalRules rules, int fatalPoint,
			SortedSet<String> skipped) {
		this.connector = connector;
		this.rules = rules;
		this.fatalPoint = fatalPoint;
		this.skipped = skipped;
	}

	boolean struck() {
		return this.points >= this.fatalPoint;
	}

	/** What was sent at the fatal point. */
	String last() {
		return this.last;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = this.connector.connect();
		return wrapped(connection, Connection.class, connection, null);
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

	private <T> T wrapped(T target, Class<T> type, Connection connection, @Nullable String sql) {
		InvocationHandler handler = (proxy, method, arguments) -> invoke(target, method, arguments, connection, sql);
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments, Connection connection,
			@Nullable String sql) throws Throwable {
		String name = method.getName();
		String text = (arguments != null && arguments.length > 0 && arguments[0] instanceof String first) ? first : sql;
		if (target instanceof Statement && name.equals("execute") && text != null && sql == null
				&& isForTheServer(text)) {
			this.skipped.add(shown(text) + " was not run: it is for the whole server.");
			return false;
		}
		boolean point = (target instanceof Statement) ? SENDS.contains(name) : name.equals("commit");
		if (point) {
			strike("before " + shown((text != null) ? text : name), connection);
		}
		Object result = call(target, method, arguments);
		if (point) {
			strike("after " + shown((text != null) ? text : name), connection);
		}
		return switch (name) {
			case "createStatement" -> wrapped((Statement) result, Statement.class, connection, null);
			case "prepareStatement" -> wrapped((PreparedStatement) result, PreparedStatement.class, connection, text);
			case "prepareCall" -> wrapped((CallableStatement) result, CallableStatement.class, connection, text);
			default -> result;
		};
	}

	@SuppressWarnings("NullAway") // what a JDBC method answers is its caller's to know
	private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private boolean isForTheServer(String text) {
		return StatementFacts.of(new SqlStatement(text, SourceLocation.of("chaos")), this.rules).clusterWide() != null;
	}

	private static String shown(String text) {
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= SHOWN) ? line : line.substring(0, SHOWN) + "…";
	}

	private void strike(String what, Connection connection) throws SQLException {
		this.points++;
		if (this.points == this.fatalPoint) {
			this.last = what;
			connection.abort(Runnable::run);
			connection.close();
			throw new SQLException("The connection was cut on purpose", "08006");
		}
	}

	@Override
	public PrintWriter getLogWriter() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
	}

}
