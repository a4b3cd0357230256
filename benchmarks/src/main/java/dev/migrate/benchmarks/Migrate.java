package dev.migrate.benchmarks;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.Generated;
import dev.migrate.hibernate.EntityModelRequest;
import dev.migrate.hibernate.EntitySchemaReader;
import dev.migrate.hibernate.HibernateEntities;
import dev.migrate.plan.Policies;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TableNames;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.Connections;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.RunRequest;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/**
 * What this project does, through the service that command line and boot call.
 */
final class Migrate implements Tool {

	private final TransactionMode transactions;

	private final Dialects dialects = new Dialects(List.of(new PostgresqlDialect()));

	Migrate(TransactionMode transactions) {
		this.transactions = transactions;
	}

	@Override
	public void run(Work work, Place place) throws Exception {
		switch (work) {
			case APPLY, NOTHING -> service(place).run(RunRequest.upgrade(TargetParser.parse("head"), "benchmark"));
			case UNDO -> service(place).run(RunRequest.downgrade(TargetParser.parse("base"), "benchmark"));
			case COMPARE -> compare(place);
			case GENERATE -> generate(place);
			case PROVE -> autogeneration(place).prove(last(place));
		}
	}

	private DefaultMigrationService service(Place place) {
		return new DefaultMigrationService(Connections.of(dataSource(place.url(), place)), this.dialects,
				List.of(source()), settings(), List.of());
	}

	private static ResourceScriptSource source() {
		return new ResourceScriptSource(new PathMatchingResourcePatternResolver(), List.of("classpath:db/migrations"));
	}

	private EngineSettings settings() {
		RunSettings run = new RunSettings(RunSettings.DEFAULT.lockMode(), RunSettings.DEFAULT.lockWait(),
				RunSettings.DEFAULT.lockLease(), this.transactions, RunSettings.DEFAULT.lockTimeout(), null);
		return new EngineSettings(TableNames.DEFAULT, run, Policies.DEFAULT, "here", "1.0");
	}

	private static PGSimpleDataSource dataSource(String url, Place place) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url);
		dataSource.setUser(place.user());
		return dataSource;
	}

	private void compare(Place place) throws Exception {
		PostgresqlDialect dialect = new PostgresqlDialect();
		Schema actual = read(dialect, place.url(), place);
		Schema desired = read(dialect, place.other(), place);
		check(new SchemaComparator().compare(actual, desired, ComparisonRules.exact(dialect.serverNames(), "public")),
				place);
	}

	private static Schema read(PostgresqlDialect dialect, String url, Place place) throws Exception {
		try (Connection connection = Raw.connect(url, place)) {
			return dialect.catalog().read(connection, SchemaScope.everything());
		}
	}

	private void generate(Place place) {
		Generated generated = autogeneration(place).generate(List.of(last(place)), Answers.NONE, false,
				"the new revision");
		check(generated.comparison(), place);
	}

	private static RevisionId last(Place place) {
		return new RevisionId(Model.id(Model.revisions(place.size())));
	}

	private Autogeneration autogeneration(Place place) {
		EntityModel model = (server) -> {
			DefaultPersistenceUnitManager units = new DefaultPersistenceUnitManager();
			units.setManagedTypes(PersistenceManagedTypes.of(Model.entities(place.size()).toArray(String[]::new)));
			units.preparePersistenceUnitInfos();
			return HibernateEntities.of(List
				.of(new EntitySchemaReader().read(new EntityModelRequest(units.obtainDefaultPersistenceUnitInfo(),
						Map.of(), HibernateEntities.product(server)))));
		};
		return new Autogeneration(Connections.of(dataSource(place.url(), place)), this.dialects, List.of(source()),
				settings(), model,
				(dialect, url, extensions) -> new PostgresqlScratch(
						(database) -> Raw.connect(onDatabase(place.url(), database), place), Migrate::word,
						extensions));
	}

	private static String word() {
		return UUID.randomUUID().toString().substring(0, 8);
	}

	private static String onDatabase(String url, @Nullable String database) {
		return (database != null) ? url.substring(0, url.lastIndexOf('/') + 1) + database : url;
	}

	private static void check(Comparison comparison, Place place) {
		if (comparison.changes().size() != place.differences()) {
			throw new IllegalStateException("Found " + comparison.changes().size() + " differences instead of "
					+ place.differences() + ": " + comparison.upgrade());
		}
	}

}
