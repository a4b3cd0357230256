package dev.migrate.fire;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.error.MigrateException;
import dev.migrate.plan.TransactionMode;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.service.MigrationService;
import dev.migrate.testkit.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process of its own that upgrades a database to its head: what an application does
 * when it boots.
 */
final class UpgradeProcess {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private final Process process;

	private final String name;

	private UpgradeProcess(Process process, String name) {
		this.process = process;
		this.name = name;
	}

	/**
	 * What the other process runs.
	 * @param arguments URL, user, password, folder, lock mode, its name
	 */
	public static void main(String[] arguments) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(arguments[0]);
		dataSource.setUser(arguments[1]);
		dataSource.setPassword(arguments[2]);
		dataSource.setApplicationName(arguments[5]);
		MigrationService service = Runs.service(dataSource, Path.of(arguments[3]),
				Runs.settings(LockMode.valueOf(arguments[4]), Duration.ofMinutes(2), Duration.ofSeconds(5),
						TransactionMode.PER_REVISION));
		try {
			Runs.upgrade(service, "head");
			System.exit(0);
		}
		catch (MigrateException ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

	static UpgradeProcess start(TestDatabase database, Story story, LockMode mode, Path log) {
		String name = "upgrade " + COUNTER.incrementAndGet();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", classPath,
				UpgradeProcess.class.getName(), database.url(), database.user(), database.password(),
				story.folder().toString(), mode.name(), name));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.directory(new File("."));
		try {
			return new UpgradeProcess(builder.start(), name);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** End it as kill -9 does. */
	void kill() {
		this.process.destroyForcibly();
		exitCode();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Its name as the server knows it. */
	String name() {
		return this.name;
	}

	int exitCode() {
		try {
			if (!this.process.waitFor(2, TimeUnit.MINUTES)) {
				this.process.destroyForcibly();
				throw new IllegalStateException("It still runs");
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
