package dev.migrate.fire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrate.plan.Policies;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.RunSettings;
import dev.migrate.run.RunSettings.LockMode;
import dev.migrate.run.TableNames;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.Engines;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RepairRequest;
import dev.migrate.service.RepairRequest.Action;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;

/**
 * Short words for what the tests of this package do over and over.
 */
final class Runs {

	private Runs() {
	}

	static EngineSettings settings(TransactionMode transactions) {
		return settings(RunSettings.DEFAULT.lockMode(), Duration.ofMinutes(1), Duration.ofSeconds(30), transactions);
	}

	static EngineSettings settings(LockMode mode, Duration wait, Duration lease, TransactionMode transactions) {
		return new EngineSettings(TableNames.DEFAULT,
				new RunSettings(mode, wait, lease, transactions, Duration.ofSeconds(10), null), Policies.DEFAULT,
				"here", "1.0");
	}

	static EngineSettings inSchema(String schema) {
		return new EngineSettings(new TableNames(schema, "migrate_version", "migrate_journal", "migrate_lock"),
				RunSettings.DEFAULT, Policies.DEFAULT, "here", "1.0");
	}

	/** Return the service of a database, as it is by default. */
	static MigrationService service(TestDatabase database, Path folder) {
		return service(database.dataSource(), folder, settings(TransactionMode.PER_REVISION));
	}

	static MigrationService service(DataSource dataSource, Path folder, EngineSettings settings) {
		return Engines.service(dataSource, folder, settings);
	}

	static RunReport upgrade(MigrationService service, String target) {
		return service.run(RunRequest.upgrade(TargetParser.parse(target), "tester"));
	}

	/**
	 * Let a run go on beside the test. It has a thread of its own: the common pool has
	 * only one where there are two processors, and runs wait for each other.
	 */
	static CompletableFuture<RunReport> beside(Supplier<RunReport> run) {
		return CompletableFuture.supplyAsync(run, (task) -> new Thread(task, "beside").start());
	}

	static RunReport downgrade(MigrationService service, String target) {
		return service.run(RunRequest.downgrade(TargetParser.parse(target), "tester"));
	}

	static void repair(MigrationService service, Action action) {
		service.repair(new RepairRequest(action, List.of(), "tester"));
	}

}
