package dev.migrate.fire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrate.testkit.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

import static org.awaitility.Awaitility.await;

/**
 * A pgbouncer of this machine, in front of a test's database.
 */
final class Pooler implements AutoCloseable {

	private final TestDatabase database;

	private final int port;

	private final Process process;

	private final Path home;

	private Pooler(TestDatabase database, int port, Process process, Path home) {
		this.database = database;
		this.port = port;
		this.process = process;
		this.home = home;
	}

	static Optional<Path> program() {
		return Stream
			.concat(Stream.of("/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"),
					Stream.of(System.getenv().getOrDefault("PATH", "").split(":")))
			.map((folder) -> Path.of(folder, "pgbouncer"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** Start one that hands out a server session for each transaction. */
	static Pooler inTransactionMode(TestDatabase database) throws IOException {
		Path home = Files.createTempDirectory("pooler");
		URI server = URI.create(database.url().substring("jdbc:".length()));
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		Path configuration = home.resolve("pgbouncer.ini");
		Files.writeString(configuration, """
				[databases]
				* = host=%s port=%d user=%s password=%s
				[pgbouncer]
				listen_addr = 127.0.0.1
				listen_port = %d
				unix_socket_dir =
				auth_type = any
				pool_mode = transaction
				default_pool_size = 4
				ignore_startup_parameters = extra_float_digits
				""".formatted(server.getHost(), server.getPort(), database.user(), database.password(), port));
		Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-r--r--"));
		List<String> line = new ArrayList<>(List.of(program().orElseThrow().toString()));
		if (System.getProperty("user.name").equals("root")) {
			line.addAll(List.of("-u", "nobody"));
		}
		line.add(configuration.toString());
		Process process = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(home.resolve("log").toFile())
			.start();
		Pooler pooler = new Pooler(database, port, process, home);
		await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(pooler::answers);
		return pooler;
	}

	private boolean answers() throws SQLException {
		try (Connection connection = dataSource().getConnection()) {
			return connection.isValid(5);
		}
	}

	DataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + this.port + "/" + this.database.name());
		dataSource.setUser(this.database.user());
		dataSource.setPassword(this.database.password());
		return dataSource;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
			try (Stream<Path> files = Files.list(this.home)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(this.home);
		}
		catch (InterruptedException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
