package dev.migrate.boot.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.migrate.boot.autoconfigure.MigrateAutoConfiguration;
import dev.migrate.boot.autoconfigure.MigrateProperties;
import dev.migrate.boot.cli.CommandFailedException;
import dev.migrate.boot.cli.Workplace;
import dev.migrate.boot.source.FolderContents;
import dev.migrate.boot.source.SourceFolder;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.MigrationDatabases;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as commands see it: beans are made when they are asked for.
 */
final class ApplicationWorkplace implements Workplace {

	private final @Nullable Class<?> mainClass;

	private final SourceFolder project;

	private @Nullable ConfigurableApplicationContext context;

	ApplicationWorkplace(SpringApplication application) {
		this.mainClass = application.getMainApplicationClass();
		this.project = SourceFolder.of(this.mainClass);
	}

	void use(ConfigurableApplicationContext context) {
		this.context = context;
	}

	private ConfigurableApplicationContext context() {
		return Objects.requireNonNull(this.context, "No command runs before there is a context");
	}

	@Override
	public MigrationDatabases databases() {
		MigrationDatabases databases;
		try {
			databases = context().getBeanProvider(MigrationDatabases.class).getIfAvailable();
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

	@Override
	public Autogeneration autogeneration() {
		databases();
		try {
			return context().getBean(Autogeneration.class);
		}
		catch (BeansException ex) {
			throw ApplicationFailures.of(ex, "The entities of this application can't be read", context());
		}
	}

	private String reason() {
		ConditionEvaluationReport report = ConditionEvaluationReport.get(context().getBeanFactory());
		String name = MigrateAutoConfiguration.class.getName();
		if (report.getExclusions().contains(name)) {
			return "its configuration excludes " + name + ".";
		}
		ConditionAndOutcomes outcomes = report.getConditionAndOutcomesBySource().get(name);
		if (outcomes != null) {
			for (ConditionAndOutcome outcome : outcomes) {
				if (!outcome.getOutcome().isMatch()) {
					return outcome.getOutcome().getMessage() + ".";
				}
			}
		}
		return "it has no DataSource.";
	}

	@Override
	public Path target(@Nullable String directory, MigrationFolder folder) {
		MigrateProperties properties = context().getBean(MigrateProperties.class);
		Path target = this.project.target(directory, properties.getSourceDirectory(), properties.getLocations());
		FolderContents.refuseUnlessKnown(target, folder);
		return target;
	}

	@Override
	public @Nullable Path project() {
		return this.project.module();
	}

	@Override
	public @Nullable String mainClass() {
		return (this.mainClass != null) ? this.mainClass.getName() : null;
	}

	@Override
	public String fileTemplate() {
		return context().getBean(MigrateProperties.class).getFileTemplate();
	}

	@Override
	public @Nullable String dialect() {
		String url = context().getBean(MigrateProperties.class).getUrl();
		if (url == null) {
			url = context().getEnvironment().getProperty("spring.datasource.url");
		}
		if (url == null) {
			JdbcConnectionDetails details = context().getBeanProvider(JdbcConnectionDetails.class).getIfUnique();
			url = (details != null) ? details.getJdbcUrl() : null;
		}
		DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(url);
		return (driver != DatabaseDriver.UNKNOWN) ? driver.getId() : null;
	}

	@Override
	public String actor() {
		return System.getProperty("user.name", "unknown");
	}

}
