package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of our own, with its files on disk and synced, as in production. Only
 * background work that comes at odd moments is off. No database is dropped before the
 * end: for some minutes a file system looks at each file that was removed before it makes
 * a new one (ext4), which would be charged to whoever is measured next.
 */
final class Server implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	private final long process;

	private int retired;

	private Server(EmbeddedPostgres postgres, long process) {
		this.postgres = postgres;
		this.process = process;
	}

	static Server start(Path folder) throws IOException {
		Path data = folder.resolve("data");
		EmbeddedPostgres postgres = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
			.setDataDirectory(data)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("autovacuum", "off")
			.setServerConfig("checkpoint_timeout", "1d")
			.setServerConfig("max_wal_size", "8GB")
			.start();
		long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
		return new Server(postgres, process);
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.postgres.getPort() + "/" + database;
	}

	String user() {
		return "postgres";
	}

	void recreate(String database) {
		retire(database);
		execute("CREATE DATABASE " + database);
	}

	/** Make a database, or return false if it is there. */
	boolean createIfMissing(String database) {
		if (ask("SELECT count(*) FROM pg_database WHERE datname = '" + database + "'").equals("1")) {
			return false;
		}
		execute("CREATE DATABASE " + database);
		return true;
	}

	/** Make a database from another one that nobody uses now. */
	void copy(String from, String to) {
		retire(to);
		execute("CREATE DATABASE " + to + " TEMPLATE " + from);
	}

	private void retire(String database) {
		if (!ask("SELECT count(*) FROM pg_database WHERE datname = '" + database + "'").equals("0")) {
			ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '" + database + "'");
			rename(database, database + "_retired_" + ++this.retired);
		}
	}

	void rename(String from, String to) {
		execute("ALTER DATABASE " + from + " RENAME TO " + to);
	}

	/** Return the process that began the server. */
	long process() {
		return this.process;
	}

	String version() {
		return ask("SHOW server_version");
	}

	boolean syncs() {
		return ask("SHOW fsync").equals("on");
	}

	private void execute(String sql) {
		execute("postgres", sql);
	}

	void execute(String database, String sql) {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String ask(String sql) {
		try (Connection connection = connect("postgres");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database), user(), "");
	}

	@Override
	public void close() throws IOException {
		// Stopping has a limit, and thousands of files take long to sync.
		execute("CHECKPOINT");
		this.postgres.close();
	}

}
