package dev.migrate.sample.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.FileSystemUtils;

/**
 * The data of one server and the ways to start, find and stop it. It listens on 127.0.0.1
 * only, on the port it had before if that is still free. Must be used under the lock of
 * {@link PostgresServer}.
 */
final class PostgresCluster {

	static final String USER = "sample";

	static final String DATABASE = "sample";

	private static final int ATTEMPTS = 3;

	private static final int WAIT_SECONDS = 60;

	private final Path home;

	private final Path data;

	private final Path passwordFile;

	private final Path portFile;

	private final Path serverLog;

	private final Path toolLog;

	PostgresCluster(Path home) {
		this.home = home;
		this.data = home.resolve("data");
		this.passwordFile = home.resolve("password");
		this.portFile = home.resolve("port");
		this.serverLog = home.resolve("server.log");
		this.toolLog = home.resolve("tool.log");
	}

	String password() throws IOException {
		return Files.readString(this.passwordFile).strip();
	}

	/**
	 * Find the server of this data.
	 * @return its port if it answers
	 */
	OptionalInt running() throws IOException {
		Path pidFile = this.data.resolve("postmaster.pid");
		if (!Files.exists(pidFile) || !Files.exists(this.passwordFile)) {
			return OptionalInt.empty();
		}
		// Line 4 is the port. A file left by a crash may name a port that is another's
		// by now, hence the question whose data it serves.
		List<String> lines = Files.readAllLines(pidFile);
		int port = (lines.size() > 3) ? Integer.parseInt(lines.get(3).strip()) : 0;
		return (port > 0 && servesThisData(port)) ? OptionalInt.of(port) : OptionalInt.empty();
	}

	private boolean servesThisData(int port) throws IOException {
		try (Connection connection = connect(port, "postgres");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW data_directory")) {
			return row.next() && Files.isSameFile(Path.of(row.getString(1)), this.data);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private Connection connect(int port, String database) throws IOException, SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", USER);
		properties.setProperty("password", password());
		properties.setProperty("loginTimeout", "10");
		return DriverManager.getConnection(url(port, database), properties);
	}

	static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	/**
	 * Start the server, after making its data if there is none. A server that is still
	 * starting or stopping, because the process that asked for it was killed, is waited
	 * for.
	 * @return its port
	 */
	int start() throws IOException {
		PostgresBinaries binaries = PostgresBinaries.in(this.home);
		if (!Files.isDirectory(this.data)) {
			create(binaries);
		}
		long deadline = System.nanoTime() + WAIT_SECONDS * 1_000_000_000L;
		while (binaries.run(this.toolLog, "pg_ctl", "status", "-D", this.data.toString()) == 0) {
			OptionalInt port = running();
			if (port.isPresent()) {
				return port.getAsInt();
			}
			if (System.nanoTime() > deadline) {
				throw failed("The PostgreSQL server in " + this.home + " runs but does not answer", this.serverLog);
			}
			pause();
		}
		return launch(binaries);
	}

	private void create(PostgresBinaries binaries) throws IOException {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		Files.deleteIfExists(this.passwordFile);
		Files.createFile(this.passwordFile);
		if (this.passwordFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(this.passwordFile, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(this.passwordFile, HexFormat.of().formatHex(random) + "\n");
		// Renamed when complete, so that a killed process leaves no half of it.
		Path unfinished = this.home.resolve("data.unfinished");
		FileSystemUtils.deleteRecursively(unfinished);
		int exitCode = binaries.run(this.toolLog, "initdb", "--pgdata=" + unfinished, "--username=" + USER,
				"--pwfile=" + this.passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8");
		if (exitCode != 0) {
			throw failed("PostgreSQL's data can't be created in " + this.home, this.toolLog);
		}
		Files.move(unfinished, this.data);
	}

	private int launch(PostgresBinaries binaries) throws IOException {
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			int port = (attempt == 1) ? usualPort() : freePort(0);
			// pg_ctl gives the server a session of its own: Ctrl-C at our terminal is
			// not for it.
			int exitCode = binaries.run(this.toolLog, "pg_ctl", "start", "-w", "-t", String.valueOf(WAIT_SECONDS), "-D",
					this.data.toString(), "-l", this.serverLog.toString(), "-o",
					"-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
			if (exitCode == 0) {
				Files.writeString(this.portFile, port + "\n");
				createDatabase(port);
				return port;
			}
		}
		throw failed("PostgreSQL does not start in " + this.home, this.serverLog);
	}

	private int usualPort() throws IOException {
		int usual = Files.exists(this.portFile) ? Integer.parseInt(Files.readString(this.portFile).strip()) : 0;
		try {
			return freePort(usual);
		}
		catch (IOException ex) {
			return freePort(0);
		}
	}

	private static int freePort(int wanted) throws IOException {
		try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
			return socket.getLocalPort();
		}
	}

	private void createDatabase(int port) throws IOException {
		try (Connection connection = connect(port, "postgres"); Statement statement = connection.createStatement()) {
			try (ResultSet row = statement
				.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
				if (row.next()) {
					return;
				}
			}
			statement.execute("CREATE DATABASE " + DATABASE);
		}
		catch (SQLException ex) {
			throw new IOException("Database '" + DATABASE + "' can't be created: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Stop the server in an orderly way, open connections notwithstanding. Does nothing
	 * if it does not run.
	 */
	void stop() throws IOException {
		if (!Files.exists(this.data.resolve("postmaster.pid"))) {
			return;
		}
		int exitCode = PostgresBinaries.in(this.home)
			.run(this.toolLog, "pg_ctl", "stop", "-m", "fast", "-w", "-t", String.valueOf(WAIT_SECONDS), "-D",
					this.data.toString());
		if (exitCode != 0 && running().isPresent()) {
			throw failed("PostgreSQL does not stop in " + this.home, this.toolLog);
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for PostgreSQL", ex);
		}
	}

	private static FailureAnalyzedException failed(String what, Path log) throws IOException {
		List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
		String tail = String.join("\n    ", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
		return new FailureAnalyzedException(what + ":\n\n    " + tail,
				"See " + log + ". As root PostgreSQL needs 'unshare -U': run as an ordinary user,"
						+ " or set spring.datasource.url to a database of your own."
						+ " If its data is beyond repair, delete the directory.");
	}

}
