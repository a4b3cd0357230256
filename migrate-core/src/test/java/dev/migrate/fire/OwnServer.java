package dev.migrate.fire;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server that a test may crash, with the binaries of the one that all tests
 * share.
 */
final class OwnServer implements AutoCloseable {

	private static final File MEMORY = new File("/dev/shm");

	private final Path programs;

	private final Path data;

	private final int port;

	private OwnServer(Path programs, Path data, int port) {
		this.programs = programs;
		this.data = data;
		this.port = port;
	}

	/** Where the programs of the shared server are; they may be on another machine. */
	static Path programs() {
		try (TestDatabase database = TestPostgres.database()) {
			return Path.of(String.valueOf(database.string("SELECT setting FROM pg_config WHERE name = 'BINDIR'")));
		}
	}

	static boolean possible(Path programs) {
		return Files.isExecutable(programs.resolve("initdb")) && Files.isExecutable(programs.resolve("pg_ctl"));
	}

	static OwnServer start(Path programs) throws IOException {
		OwnServer server = new OwnServer(programs, folder(), freePort());
		server.call("initdb", "-D", server.data.toString(), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8",
				"--locale=C");
		server.start();
		return server;
	}

	private static Path folder() throws IOException {
		return MEMORY.canWrite() ? Files.createTempDirectory(MEMORY.toPath(), "migrate-fire-")
				: Files.createTempDirectory("migrate-fire-");
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	/** Make a standby of this server, which is stopped in between. */
	OwnServer standby() throws IOException {
		call("pg_ctl", "-D", this.data.toString(), "-m", "fast", "-w", "stop");
		OwnServer standby = new OwnServer(this.programs, folder(), freePort());
		call(List.of("cp", "-r", this.data + "/.", standby.data.toString()));
		Files.createFile(standby.data.resolve("standby.signal"));
		standby.start();
		start();
		return standby;
	}

	void start() throws IOException {
		call("pg_ctl", "-D", this.data.toString(), "-w", "-l", this.data.resolve("log").toString(), "-o",
				"-p " + this.port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
				"start");
	}

	/** End it as a power cut does: no checkpoint, nobody is told. */
	void crash() {
		try {
			call("pg_ctl", "-D", this.data.toString(), "-m", "immediate", "-w", "stop");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	PGSimpleDataSource dataSource(String database) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + this.port + "/" + database);
		dataSource.setUser("postgres");
		dataSource.setPassword("");
		return dataSource;
	}

	private void call(String program, String... arguments) throws IOException {
		List<String> line = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			line.addAll(List.of("unshare", "-U"));
		}
		line.add(this.programs.resolve(program).toString());
		line.addAll(List.of(arguments));
		call(line);
	}

	private static void call(List<String> line) throws IOException {
		Path output = Files.createTempFile("migrate-fire", ".log");
		try {
			Process process = new ProcessBuilder(line).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException(line + ": " + Files.readString(output));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			Files.delete(output);
		}
	}

	@Override
	public void close() throws IOException {
		if (Files.exists(this.data.resolve("postmaster.pid"))) {
			crash();
		}
		try (Stream<Path> files = Files.walk(this.data)) {
			for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(file);
			}
		}
	}

}
