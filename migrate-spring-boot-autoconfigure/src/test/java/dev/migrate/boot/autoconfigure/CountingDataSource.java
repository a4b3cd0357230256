package dev.migrate.boot.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Counts the connections that are taken and keeps the statements that are sent; may claim
 * to be another database.
 */
final class CountingDataSource {

	private final AtomicInteger connections = new AtomicInteger();

	private final List<String> statements = new CopyOnWriteArrayList<>();

	private final DataSource dataSource;

	private final @Nullable String product;

	CountingDataSource(DataSource target) {
		this(target, null);
	}

	CountingDataSource(DataSource target, @Nullable String product) {
		this.product = product;
		this.dataSource = watch(DataSource.class, target);
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	int connections() {
		return this.connections.get();
	}

	List<String> statements() {
		return this.statements;
	}

	private <T> T watch(Class<T> type, T target) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (method.getName().equals("equals")) {
					return proxy == arguments[0];
				}
				if (method.getName().equals("getDatabaseProductName") && this.product != null) {
					return this.product;
				}
				if (method.getName().startsWith("execute")) {
					this.statements.add((arguments != null) ? String.valueOf(arguments[0]) : "prepared");
				}
				try {
					return wrap(method.getReturnType(), method.invoke(target, arguments));
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

	@SuppressWarnings("unchecked")
	private @Nullable Object wrap(Class<?> type, @Nullable Object result) {
		if (result instanceof Connection && type == Connection.class) {
			this.connections.incrementAndGet();
		}
		boolean watched = Statement.class.isAssignableFrom(type) || type == Connection.class
				|| type == DatabaseMetaData.class;
		return (watched && result != null) ? watch((Class<Object>) type, result) : result;
	}

}
