package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of our own, with its files on disk and synced, as in production. Only
 * background work that comes at odd moments is off.
 */
final class Server implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	private final long process;

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
		execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
		execute("CREATE DATABASE " + database);
	}

	String version() {
		return ask("SHOW server_version");
	}

	boolean syncs() {
		return ask("SHOW fsync").equals("on");
	}

	private void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String ask(String sql) {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(url("postgres"), user(), "");
	}

	/**
	 * Return the CPU that the server has used so far, with those of its processes that
	 * have ended.
	 * @return hundredths of a second; 0 where it can't be told
	 */
	long cpuTicks() {
		try (Stream<ProcessHandle> children = ProcessHandle.of(this.process).orElseThrow().children()) {
			long ticks = ticks(this.process, 4);
			for (long child : children.mapToLong(ProcessHandle::pid).toArray()) {
				ticks += ticks(child, 2);
			}
			return ticks;
		}
	}

	// Of the fields after the name: utime, stime, and for those that were waited for
	// cutime and cstime.
	private static long ticks(long process, int fields) {
		try {
			String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
			List<String> words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
			return words.subList(11, 11 + fields).stream().mapToLong(Long::parseLong).sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@Override
	public void close() throws IOException {
		this.postgres.close();
	}

}
