package dev.migrate.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.apache.commons.io.FileUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The ways to a server.
 */
final class PostgresServers {

	private static final Logger logger = LoggerFactory.getLogger(PostgresServers.class);

	// A daemon's socket that accepts and never answers would hold the build for minutes.
	private static final int DOCKER_PROBE_SECONDS = 10;

	private static final String IMAGE = "postgres:18-alpine";

	private static final String URL = "url:";

	private static final File MEMORY = new File("/dev/shm");

	private static final String DATA = "migrate-test-data-";

	private static final long ENOUGH_MEMORY = 2L << 30;

	private PostgresServers() {
	}

	static PostgresServer start(String choice) {
		QuietLogs.apply();
		if (choice.startsWith(URL)) {
			return running(choice.substring(URL.length()), null, null);
		}
		return switch (choice) {
			case "auto" -> dockerAnswers() ? dockerElseEmbedded() : embedded();
			case "docker" -> docker();
			case "embedded" -> embedded();
			default -> throw new IllegalArgumentException(
					"testdb is '" + choice + "'; choose auto, docker, embedded or url:jdbc:postgresql://…");
		};
	}

	private static boolean dockerAnswers() {
		CompletableFuture<Boolean> probe = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				probe.complete(DockerClientFactory.instance().isDockerAvailable());
			}
			catch (RuntimeException | LinkageError ex) {
				probe.complete(false);
			}
		}, "docker-probe");
		thread.setDaemon(true);
		thread.start();
		try {
			return probe.get(DOCKER_PROBE_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static PostgresServer dockerElseEmbedded() {
		try {
			return docker();
		}
		catch (RuntimeException ex) {
			logger.warn("Docker answers but {} does not start ({}); using embedded binaries", IMAGE, ex.getMessage());
			return embedded();
		}
	}

	@SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
	private static PostgresServer docker() {
		PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
			.withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
			.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
		container.start();
		return running(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

	private static PostgresServer embedded() {
		// One folder per user: what root has unpacked, others can't replace.
		File directory = new File(System.getProperty("java.io.tmpdir"),
				"migrate-test-postgres-" + System.getProperty("user.name"));
		try {
			@SuppressWarnings("resource") // its own shutdown hook stops it
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setOverrideWorkingDirectory(directory)
				.setDataDirectory(dataDirectory(directory))
				.setServerConfig("synchronous_commit", "off")
				.setServerConfig("full_page_writes", "off")
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.start();
			return running("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", "postgres");
		}
		catch (IOException | IllegalStateException ex) {
			throw new IllegalStateException("Embedded PostgreSQL does not start: " + ex.getMessage()
					+ ". As root it needs 'unshare -U':" + " run the tests as an ordinary user, or with -Dtestdb=docker"
					+ " or -Dtestdb=url:jdbc:postgresql://host:port/db?user=…&password=…", ex);
		}
	}

	// Tests make and drop tables by the thousand: files in memory cost a third.
	private static Path dataDirectory(File directory) throws IOException {
		boolean memory = MEMORY.canWrite() && MEMORY.getUsableSpace() > ENOUGH_MEMORY;
		Path parent = (memory ? MEMORY : directory).toPath();
		Files.createDirectories(parent);
		removeLeftOvers(parent);
		return Files.createTempDirectory(parent, DATA + ProcessHandle.current().pid() + "-");
	}

	// A killed build leaves its data, and the memory that it takes.
	private static void removeLeftOvers(Path parent) throws IOException {
		try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, DATA + "*")) {
			for (Path data : found) {
				String pid = data.getFileName().toString().substring(DATA.length()).replaceFirst("-.*", "");
				if (Files.isWritable(data) && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
					FileUtils.deleteQuietly(data.toFile());
				}
			}
		}
	}

	private static PostgresServer running(String url, @Nullable String user, @Nullable String password) {
		PGSimpleDataSource parts = new PGSimpleDataSource();
		parts.setUrl(url);
		String name = Objects.requireNonNullElse((user != null) ? user : parts.getUser(),
				System.getProperty("user.name"));
		String secret = Objects.requireNonNullElse((password != null) ? password : parts.getPassword(), "");
		int query = url.indexOf('?');
		String address = (query < 0) ? url : url.substring(0, query);
		int slash = address.lastIndexOf('/') + 1;
		try (Connection connection = DriverManager.getConnection(url, name, secret)) {
			return new PostgresServer(address.substring(0, slash), address.substring(slash),
					(query < 0) ? "" : url.substring(query), name, secret,
					connection.getMetaData().getDatabaseMajorVersion());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot connect to " + address + " as " + name + ": " + ex.getMessage(),
					ex);
		}
	}

}
