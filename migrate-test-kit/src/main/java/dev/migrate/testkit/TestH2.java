package dev.migrate.testkit;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 in memory: a database per call, alive until it is closed.
 */
public final class TestH2 {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private TestH2() {
	}

	/**
	 * Create an empty database with a name of its own.
	 * @return the database, shut down on close
	 */
	public static TestDatabase database() {
		String name = "test_" + COUNTER.incrementAndGet();
		String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setUrl(url);
		dataSource.setUser("sa");
		dataSource.setPassword("");
		return new TestDatabase(name, url, "sa", "", dataSource, () -> shutdown(dataSource));
	}

	private static void shutdown(JdbcDataSource dataSource) {
		try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
			statement.execute("SHUTDOWN IMMEDIATELY");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot shut down " + dataSource.getURL(), ex);
		}
	}

}
