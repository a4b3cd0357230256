package dev.migrate.fire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Remembers every statement that is handed to the driver.
 */
public final class SentStatements extends DelegatingDataSource {

	private final List<String> all = new ArrayList<>();

	public SentStatements(DataSource dataSource) {
		super(dataSource);
	}

	public List<String> all() {
		return List.copyOf(this.all);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return watched(super.getConnection(), Connection.class, "");
	}

	private <T> T watched(T target, Class<T> type, String prepared) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			String name = method.getName();
			String text = (arguments != null && arguments.length > 0 && arguments[0] instanceof String first) ? first
					: prepared;
			if (target instanceof Statement && name.startsWith("execute")) {
				this.all.add(text);
			}
			Object result;
			try {
				result = method.invoke(target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
			return switch (name) {
				case "createStatement" -> watched((Statement) result, Statement.class, "");
				case "prepareStatement" -> watched((PreparedStatement) result, PreparedStatement.class, text);
				default -> result;
			};
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
