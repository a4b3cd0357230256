package dev.migrate.fire;

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

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that die at one point: before or after the n-th statement or commit that is
 * sent. Counts the points, so that a test can visit each.
 */
final class FaultyDataSource extends DelegatingDataSource {

	private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
			"executeLargeUpdate");

	private final Killer killer;

	private final int fatalPoint;

	private int points;

	private String last = "";

	FaultyDataSource(DataSource dataSource, Killer killer, int fatalPoint) {
		super(dataSource);
		this.killer = killer;
		this.fatalPoint = fatalPoint;
	}

	int points() {
		return this.points;
	}

	/** What was sent at the fatal point. */
	String last() {
		return this.last;
	}

	boolean struck() {
		return this.points >= this.fatalPoint;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return wrapped(super.getConnection(), Connection.class, null, null);
	}

	private <T> T wrapped(T target, Class<T> type, Connection connection, String sql) {
		InvocationHandler handler = (proxy, method, arguments) -> invoke(target, method, arguments,
				(connection != null) ? connection : (Connection) target, sql);
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private Object invoke(Object target, Method method, Object[] arguments, Connection connection, String sql)
			throws Throwable {
		String name = method.getName();
		boolean point = (target instanceof Statement) ? SENDS.contains(name) : name.equals("commit");
		String text = (arguments != null && arguments.length > 0 && arguments[0] instanceof String first) ? first : sql;
		if (point) {
			strike("before " + ((text != null) ? text : name), connection);
		}
		Object result;
		try {
			result = method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
		if (point) {
			strike("after " + ((text != null) ? text : name), connection);
		}
		return switch (name) {
			case "createStatement" -> wrapped((Statement) result, Statement.class, connection, null);
			case "prepareStatement" ->
				wrapped((PreparedStatement) result, PreparedStatement.class, connection, (String) arguments[0]);
			case "prepareCall" -> wrapped((CallableStatement) result, CallableStatement.class, connection, null);
			default -> result;
		};
	}

	private void strike(String what, Connection connection) throws SQLException {
		this.points++;
		if (this.points == this.fatalPoint) {
			this.last = what;
			this.killer.kill(connection);
			throw new SQLException("The connection was killed by a test", "08006");
		}
	}

	/** Ends a connection as a crash would. */
	@FunctionalInterface
	interface Killer {

		void kill(Connection connection) throws SQLException;

	}

}
