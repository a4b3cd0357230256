package dev.migrate.sample.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * One process's use of the shared server. The first user starts it, the last one out
 * stops it, whoever started it: so a short {@code db} command beside the running
 * application leaves it alone, and alone takes it down again. A user that was killed no
 * longer counts; the server it left behind is found, used and at the end stopped by the
 * next one. Starting and stopping happen under a file lock.
 */
final class PostgresServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PostgresServer.class);

	// The clock by which a process's start is told may be corrected a little.
	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private final Path home;

	private final User self;

	private final int port;

	private final String password;

	private PostgresServer(Path home, User self, int port, String password) {
		this.home = home;
		this.self = self;
		this.port = port;
		this.password = password;
	}

	/**
	 * Use the server of a directory, started if it does not run.
	 * @param directory holds the programs, the data and the logs; created if missing
	 * @return the server, left by {@link #close()}
	 */
	static PostgresServer join(Path directory) {
		Path home = directory.toAbsolutePath().normalize();
		return underLock(home, () -> {
			List<User> users = livingUsers(home);
			User self = User.current();
			users.add(self);
			write(home, users);
			try {
				return use(home, self);
			}
			catch (IOException | RuntimeException ex) {
				users.remove(self);
				write(home, users);
				throw ex;
			}
		});
	}

	private static PostgresServer use(Path home, User self) throws IOException {
		PostgresCluster cluster = new PostgresCluster(home);
		OptionalInt running = cluster.running();
		int port = running.isPresent() ? running.getAsInt() : cluster.start();
		logger.info("{} PostgreSQL at 127.0.0.1:{}, data in {}", running.isPresent() ? "Found" : "Started", port, home);
		return new PostgresServer(home, self, port, cluster.password());
	}

	String url() {
		return PostgresCluster.url(this.port, PostgresCluster.DATABASE);
	}

	String user() {
		return PostgresCluster.USER;
	}

	String password() {
		return this.password;
	}

	/**
	 * Leave the server, and stop it if nobody else uses it. The second call does nothing.
	 */
	@Override
	public void close() {
		underLock(this.home, () -> {
			List<User> users = livingUsers(this.home);
			if (users.remove(this.self)) {
				write(this.home, users);
				if (users.isEmpty()) {
					new PostgresCluster(this.home).stop();
					logger.info("Stopped PostgreSQL at 127.0.0.1:{}", this.port);
				}
			}
			return this;
		});
	}

	// A file lock holds between processes, the monitor between the threads of this one.
	private static synchronized <T> T underLock(Path home, Work<T> work) {
		try {
			Files.createDirectories(home);
			try (FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
				if (!lock.isValid()) {
					throw new IOException("No lock on " + home);
				}
				return work.run();
			}
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("PostgreSQL can't be run in " + home + ": " + ex,
					"Set sample.postgres.directory to a directory that you may write to,"
							+ " or spring.datasource.url to a database of your own.",
					ex);
		}
	}

	private static List<User> livingUsers(Path home) throws IOException {
		Path file = home.resolve("users");
		List<User> users = new ArrayList<>();
		for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
			User user = User.parse(line);
			if (user.isAlive()) {
				users.add(user);
			}
		}
		return users;
	}

	private static void write(Path home, List<User> users) throws IOException {
		Path unfinished = home.resolve("users.unfinished");
		Files.write(unfinished, users.stream().map(User::line).toList());
		Files.move(unfinished, home.resolve("users"), StandardCopyOption.REPLACE_EXISTING);
	}

	@FunctionalInterface
	private interface Work<T> {

		T run() throws IOException;

	}

	/**
	 * A process that uses the server; several contexts of one process count each.
	 *
	 * @param pid the process
	 * @param started when it started: ids are used again
	 * @param token sets the contexts of one process apart
	 */
	private record User(long pid, Instant started, String token) {

		static User current() {
			ProcessHandle process = ProcessHandle.current();
			return new User(process.pid(), start(process), UUID.randomUUID().toString());
		}

		static User parse(String line) {
			String[] words = line.split(" ");
			return new User(Long.parseLong(words[0]), Instant.parse(words[1]), words[2]);
		}

		String line() {
			return this.pid + " " + this.started + " " + this.token;
		}

		boolean isAlive() {
			return ProcessHandle.of(this.pid)
				.filter(ProcessHandle::isAlive)
				.map((process) -> Duration.between(this.started, start(process)).abs().compareTo(TOLERANCE) < 0)
				.orElse(false);
		}

		private static Instant start(ProcessHandle process) {
			return process.info().startInstant().orElse(Instant.EPOCH);
		}

	}

}
