package dev.migrate.fire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the connections that are asked for, and hands them out in the state that a pool
 * with {@code auto-commit=false} leaves them in.
 */
final class CountingDataSource extends DelegatingDataSource {

	private final boolean autoCommit;

	private final AtomicInteger connections = new AtomicInteger();

	CountingDataSource(DataSource dataSource, boolean autoCommit) {
		super(dataSource);
		this.autoCommit = autoCommit;
	}

	int connections() {
		return this.connections.get();
	}

	@Override
	public Connection getConnection() throws SQLException {
		this.connections.incrementAndGet();
		Connection connection = super.getConnection();
		connection.setAutoCommit(this.autoCommit);
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("close") && connection.getAutoCommit() != this.autoCommit) {
						throw new IllegalStateException("Given back with auto-commit=" + connection.getAutoCommit());
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
