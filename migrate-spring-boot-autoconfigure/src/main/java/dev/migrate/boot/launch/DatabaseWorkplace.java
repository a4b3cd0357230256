package dev.migrate.boot.launch;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.boot.autoconfigure.Autogenerations;
import dev.migrate.boot.autoconfigure.ConfiguredDatabases;
import dev.migrate.boot.autoconfigure.DatabaseCreations;
import dev.migrate.boot.autoconfigure.DatabaseProperties;
import dev.migrate.boot.cli.Workplace;
import dev.migrate.boot.source.FolderContents;
import dev.migrate.boot.source.SourceFolder;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.script.JavaPlace;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.DatabaseCreation;
import dev.migrate.service.MigrationDatabases;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What surrounds one database of an application.
 */
final class DatabaseWorkplace implements Workplace {

	private final String database;

	private final ConfigurableApplicationContext context;

	private final SourceFolder project;

	private final @Nullable Class<?> mainClass;

	private @Nullable Autogeneration autogeneration;

	DatabaseWorkplace(String database, ConfigurableApplicationContext context, SourceFolder project,
			@Nullable Class<?> mainClass) {
		this.database = database;
		this.context = context;
		this.project = project;
		this.mainClass = mainClass;
	}

	@Override
	public Autogeneration autogeneration() {
		Autogeneration known = this.autogeneration;
		if (known != null) {
			return known;
		}
		try {
			Autogeneration made = this.context.getBean(Autogenerations.class).of(this.database);
			this.autogeneration = made;
			return made;
		}
		catch (RuntimeException ex) {
			throw ApplicationFailures.of(ex, "The entities of this application can't be read", this.context);
		}
	}

	@Override
	public DatabaseCreation creation() {
		return this.context.getBean(DatabaseCreations.class).of(this.database);
	}

	@Override
	public Path target(@Nullable String directory, MigrationFolder folder) {
		DatabaseProperties properties = properties();
		Path target = this.project.target(directory, properties.getSourceDirectory(), properties.getLocations());
		FolderContents.refuseUnlessKnown(target, folder);
		return target;
	}

	@Override
	public JavaPlace java(@Nullable String directory, MigrationFolder folder) {
		List<String> packages = properties().getJavaPackages();
		String name = packages.isEmpty() ? packageOfBeans() : packages.get(0);
		JavaPlace place = new JavaPlace(this.project.javaTarget(directory), name,
				packages.isEmpty() ? JavaPlace.Discovery.COMPONENT : JavaPlace.Discovery.PACKAGE,
				this.database.equals(MigrationDatabases.DEFAULT) ? null : this.database);
		FolderContents.refuseUnlessKnown(place, folder);
		return place;
	}

	// Where component scanning finds them without a word of configuration.
	private String packageOfBeans() {
		String above = (this.mainClass != null) ? this.mainClass.getPackageName() : "";
		if (above.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE, "There is no package for Java revisions.",
					"Name one: spring.migrate.java-packages=com.example.migrations.");
		}
		return above + ".migrations";
	}

	private DatabaseProperties properties() {
		return this.context.getBean(ConfiguredDatabases.class).properties(this.database);
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
		return properties().getFileTemplate();
	}

	@Override
	public @Nullable String dialect() {
		String url = properties().getUrl();
		if (url == null && this.database.equals(MigrationDatabases.DEFAULT)) {
			url = this.context.getEnvironment().getProperty("spring.datasource.url");
			JdbcConnectionDetails details = (url != null) ? null
					: this.context.getBeanProvider(JdbcConnectionDetails.class).getIfUnique();
			url = (details != null) ? details.getJdbcUrl() : url;
		}
		DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(url);
		return (driver != DatabaseDriver.UNKNOWN) ? driver.getId() : null;
	}

	@Override
	public String actor() {
		return System.getProperty("user.name", "unknown");
	}

}
