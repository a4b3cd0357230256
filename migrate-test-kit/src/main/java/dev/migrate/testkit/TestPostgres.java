package dev.migrate.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL for tests: one server per JVM, started by the first call, stopped at the end
 * of the JVM; an empty database per call. Which server is chosen by the system property
 * {@code testdb}:
 * <ul>
 * <li>{@code auto} (default): Docker if it answers within seconds, else embedded
 * binaries</li>
 * <li>{@code docker} or {@code embedded}: exactly that</li>
 * <li>{@code url:jdbc:postgresql://host:port/db?user=…&password=…}: a running server; the
 * user must be allowed to create databases</li>
 * </ul>
 * Text sorts by code point ({@code C.UTF-8}) on all but {@code url:}. Safe for use by
 * several threads.
 */
public final class TestPostgres {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	// Several JVMs may share a server given by url.
	private static final String PREFIX = "test_" + Long.toString(System.currentTimeMillis(), 36) + "_"
			+ ProcessHandle.current().pid() + "_";

	private TestPostgres() {
	}

	/**
	 * Create an empty database with a name of its own.
	 * @return the database, dropped on close
	 */
	public static TestDatabase database() {
		PostgresServer server = server();
		String name = PREFIX + COUNTER.incrementAndGet();
		// Copying files is two to three times as fast as writing the copy to the log.
		String strategy = (server.majorVersion() >= 15) ? " STRATEGY file_copy" : "";
		administer(server, "CREATE DATABASE " + name + " TEMPLATE template0" + strategy);
		return new TestDatabase(name, server.url(name), server.user(), server.password(), dataSource(server, name),
				() -> administer(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
	}

	/**
	 * Return the major version of the server.
	 * @return such as 18
	 */
	public static int majorVersion() {
		return server().majorVersion();
	}

	private static PostgresServer server() {
		return Holder.SERVER;
	}

	private static void administer(PostgresServer server, String sql) {
		try (Connection connection = dataSource(server, server.database()).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + " in: " + sql, ex);
		}
	}

	private static PGSimpleDataSource dataSource(PostgresServer server, String database) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(server.url(database));
		dataSource.setUser(server.user());
		dataSource.setPassword(server.password());
		return dataSource;
	}

	private static final class Holder {

		static final PostgresServer SERVER = PostgresServers.start(System.getProperty("testdb", "auto"));

	}

}
