package dev.migrate.dialect.postgresql;

import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * What only PostgreSQL's own driver can do, reached without depending on it: the
 * application brings the driver.
 */
final class PostgresqlDriver {

	private static final String CONNECTION = "org.postgresql.PGConnection";

	private static final String STATEMENT = "org.postgresql.PGStatement";

	private PostgresqlDriver() {
	}

	/**
	 * Return the number of the server process that the other side told when the
	 * connection was made, or null if the driver is another.
	 */
	static @Nullable Integer backendProcess(Connection connection) throws SQLException {
		try {
			Object number = call(driver(connection), "getBackendPID");
			return (number instanceof Integer value) ? value : null;
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

	/**
	 * Keep the driver from naming statements that it has prepared on the server, where
	 * the next transaction may find another server session.
	 * @return the threshold as it was, or null if the driver is another
	 */
	static @Nullable Integer prepareThreshold(Connection connection, int threshold) throws SQLException {
		try {
			Object driver = driver(connection);
			Object before = call(driver, "getPrepareThreshold");
			Class.forName(CONNECTION, false, driver.getClass().getClassLoader())
				.getMethod("setPrepareThreshold", int.class)
				.invoke(driver, threshold);
			return (before instanceof Integer value) ? value : null;
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

	/**
	 * Let the driver prepare a statement on the server when it is first sent.
	 */
	static void prepareAtOnce(PreparedStatement statement) throws SQLException {
		try {
			Class<?> type = Class.forName(STATEMENT, false,
					driver(statement.getConnection()).getClass().getClassLoader());
			type.getMethod("setPrepareThreshold", int.class).invoke(statement.unwrap(type), 1);
		}
		catch (ReflectiveOperationException ex) {
			// Another driver decides by itself.
		}
	}

	static void copyIn(Connection connection, String sql, Reader data) throws SQLException {
		try {
			Object copy = call(driver(connection), "getCopyAPI");
			copy.getClass().getMethod("copyIn", String.class, Reader.class).invoke(copy, sql, data);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SQLException cause) {
				throw cause;
			}
			// What was to be sent could not be read.
			if (ex.getCause() instanceof MigrateException cause) {
				throw cause;
			}
			throw new SQLException("COPY FROM STDIN failed", "58030", ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new SQLException("COPY FROM STDIN needs PostgreSQL's own JDBC driver", "0A000", ex);
		}
	}

	private static Object driver(Connection connection) throws SQLException, ReflectiveOperationException {
		ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
		return connection.unwrap(Class.forName(CONNECTION, false, loader));
	}

	private static Object call(Object driver, String method) throws ReflectiveOperationException {
		return Class.forName(CONNECTION, false, driver.getClass().getClassLoader()).getMethod(method).invoke(driver);
	}

}
