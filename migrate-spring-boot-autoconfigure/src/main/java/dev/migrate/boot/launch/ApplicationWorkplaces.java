package dev.migrate.boot.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.migrate.boot.autoconfigure.MigrateAutoConfiguration;
import dev.migrate.boot.autoconfigure.RevisionsAlone;
import dev.migrate.boot.cli.CommandFailedException;
import dev.migrate.boot.cli.Need;
import dev.migrate.boot.cli.Workplace;
import dev.migrate.boot.cli.Workplaces;
import dev.migrate.boot.source.SourceFolder;
import dev.migrate.service.MigrationDatabases;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as commands see it: beans are made when they are asked for.
 */
final class ApplicationWorkplaces implements Workplaces {

	private final @Nullable Class<?> mainClass;

	private final SourceFolder project;

	private @Nullable ConfigurableApplicationContext context;

	private final Map<String, Workplace> places = new HashMap<>();

	private @Nullable MigrationDatabases revisions;

	ApplicationWorkplaces(SpringApplication application) {
		this.mainClass = application.getMainApplicationClass();
		this.project = SourceFolder.of(this.mainClass);
	}

	void use(ConfigurableApplicationContext context) {
		this.context = context;
		this.places.clear();
	}

	private ConfigurableApplicationContext context() {
		return Objects.requireNonNull(this.context, "No command runs before there is a context");
	}

	@Override
	public MigrationDatabases databases() {
		MigrationDatabases databases;
		try {
			databases = (CommandProperties.need(context().getEnvironment()) == Need.REVISIONS) ? revisions()
					: context().getBeanProvider(MigrationDatabases.class).getIfAvailable();
		}
		catch (RuntimeException ex) {
			throw ApplicationFailures.of(ex, "The database of this application can't be used", context());
		}
		if (databases == null) {
			throw new CommandFailedException("This application has no database to migrate: " + reason(),
					"Configure spring.datasource.url, or spring.migrate.url.", null);
		}
		return databases;
	}

	private MigrationDatabases revisions() {
		MigrationDatabases known = this.revisions;
		if (known == null) {
			known = RevisionsAlone.of(context());
			this.revisions = known;
		}
		return known;
	}

	@Override
	public Workplace at(String database) {
		return this.places.computeIfAbsent(database,
				(name) -> new DatabaseWorkplace(name, context(), this.project, this.mainClass));
	}

	private String reason() {
		// What else the wiring depends on is there whenever a command runs.
		String name = MigrateAutoConfiguration.class.getName();
		if (ConditionEvaluationReport.get(context().getBeanFactory()).getExclusions().contains(name)) {
			return "its configuration excludes " + name + ".";
		}
		return "it has no DataSource.";
	}

}
