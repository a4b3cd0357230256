package dev.migrate.fire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A server that refuses to write what contains a text.
 */
final class RefusingDataSource extends DelegatingDataSource {

	private final String text;

	private final String state;

	RefusingDataSource(DataSource dataSource, String text, String state) {
		super(dataSource);
		this.text = text;
		this.state = state;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return refusing(super.getConnection(), Connection.class, "");
	}

	private <T> T refusing(T target, Class<T> type, String prepared) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				String sql = (arguments != null && arguments.length > 0 && arguments[0] instanceof String first) ? first
						: prepared;
				boolean sends = target instanceof Statement && method.getName().startsWith("execute");
				if (sends && sql.contains(this.text) && sql.contains("INSERT")) {
					throw new SQLException("could not extend file: No space left on device", this.state);
				}
				Object result;
				try {
					result = method.invoke(target, arguments);
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
				return switch (method.getName()) {
					case "createStatement" -> refusing((Statement) result, Statement.class, "");
					case "prepareStatement" -> refusing((PreparedStatement) result, PreparedStatement.class, sql);
					default -> result;
				};
			}));
	}

}
