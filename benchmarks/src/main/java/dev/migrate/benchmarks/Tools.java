package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.plan.Policies;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TableNames;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.service.Connections;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The tools that run in a Java process, by name.
 */
final class Tools {

	private static final Map<String, Tool> ALL = new TreeMap<>(Map.of("raw", Tools::raw, "raw-one",
			Tools::rawInOneTransaction, "migrate", (work, place) -> migrate(work, place, TransactionMode.PER_REVISION),
			"migrate-all", (work, place) -> migrate(work, place, TransactionMode.ALL), "flyway",
			(work, place) -> flyway(work, place, "each"), "flyway-group", (work, place) -> flyway(work, place, "group"),
			"liquibase", Tools::liquibase, "ebean", Tools::ebean));

	private Tools() {
	}

	static Tool get(String name) {
		Tool tool = ALL.get(name);
		if (tool == null) {
			throw new IllegalArgumentException("There is no tool " + name + "; there are " + ALL.keySet());
		}
		return tool;
	}

	/** What the others are measured against: nothing but JDBC. */
	private static void raw(Work work, Place place) throws Exception {
		try (Connection connection = connect(place); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			if (work == Work.NOTHING) {
				count(statement);
				return;
			}
			begin(work, statement);
			connection.commit();
			for (int step = 1; step <= place.count(); step++) {
				each(work, place.count(), step, statement);
				connection.commit();
			}
		}
	}

	private static void rawInOneTransaction(Work work, Place place) throws Exception {
		try (Connection connection = connect(place); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			if (work == Work.NOTHING) {
				count(statement);
				return;
			}
			begin(work, statement);
			for (int step = 1; step <= place.count(); step++) {
				each(work, place.count(), step, statement);
			}
			connection.commit();
		}
	}

	private static void begin(Work work, Statement statement) throws Exception {
		if (work == Work.APPLY) {
			statement.execute("CREATE TABLE raw_version (id TEXT PRIMARY KEY, applied_at TIMESTAMPTZ DEFAULT now())");
		}
	}

	private static void each(Work work, int count, int step, Statement statement) throws Exception {
		if (work == Work.APPLY) {
			statement.execute(History.up(step));
			statement.execute("INSERT INTO raw_version (id) VALUES ('" + History.id(step) + "')");
		}
		else {
			int number = count + 1 - step;
			statement.execute(History.down(number));
			statement.execute("DELETE FROM raw_version WHERE id = '" + History.id(number) + "'");
		}
	}

	private static void count(Statement statement) throws Exception {
		try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM raw_version")) {
			rows.next();
		}
	}

	private static Connection connect(Place place) throws Exception {
		return DriverManager.getConnection(place.url(), place.user(), place.password());
	}

	private static void migrate(Work work, Place place, TransactionMode transactions) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(place.url());
		dataSource.setUser(place.user());
		dataSource.setPassword(place.password());
		RunSettings run = new RunSettings(RunSettings.DEFAULT.lockMode(), RunSettings.DEFAULT.lockWait(),
				RunSettings.DEFAULT.lockLease(), transactions, RunSettings.DEFAULT.lockTimeout(), null);
		ResourceScriptSource source = new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(place.folder("migrate").toUri().toString()));
		MigrationService service = new DefaultMigrationService(Connections.of(dataSource),
				new Dialects(List.of(new PostgresqlDialect())), List.of(source),
				new EngineSettings(TableNames.DEFAULT, run, Policies.DEFAULT, "here", "1.0"), List.of());
		service.run((work == Work.UNDO) ? RunRequest.downgrade(TargetParser.parse("base"), "benchmark")
				: RunRequest.upgrade(TargetParser.parse("head"), "benchmark"));
	}

	private static void flyway(Work work, Place place, String grouping) {
		refuse(work);
		Flyway.configure()
			.dataSource(place.url(), place.user(), place.password())
			.locations("filesystem:" + place.folder("flyway"))
			.group(grouping.equals("group"))
			.load()
			.migrate();
	}

	private static void liquibase(Work work, Place place) throws Exception {
		try (Connection connection = connect(place);
				Liquibase liquibase = new Liquibase("master.yaml",
						new DirectoryResourceAccessor(place.folder("liquibase")), DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			if (work == Work.UNDO) {
				liquibase.rollback(place.count(), "");
			}
			else {
				liquibase.update(new Contexts());
			}
		}
	}

	private static void ebean(Work work, Place place) throws Exception {
		refuse(work);
		MigrationConfig config = new MigrationConfig();
		config.setMigrationPath("filesystem:" + place.folder("ebean"));
		try (Connection connection = connect(place)) {
			new MigrationRunner(config).run(connection);
		}
	}

	private static void refuse(Work work) {
		if (work == Work.UNDO) {
			throw new IllegalArgumentException("It can't go back");
		}
	}

}
