package dev.migrate.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.testkit.TestDatabase;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Engines on a test's database and folder.
 */
public final class Engines {

	private Engines() {
	}

	/**
	 * Make a service with the settings that apply when nothing is configured.
	 * @param database an empty database
	 * @param folder of revision files
	 * @return the service
	 */
	public static MigrationService service(TestDatabase database, Path folder) {
		return service(database.dataSource(), folder, EngineSettings.DEFAULT);
	}

	/**
	 * Make a service.
	 * @param dataSource where connections come from
	 * @param folder of revision files
	 * @param settings how to behave
	 * @return the service
	 */
	public static MigrationService service(DataSource dataSource, Path folder, EngineSettings settings) {
		ResourceScriptSource source = new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(folder.toUri().toString()));
		return new DefaultMigrationService(Connections.of(dataSource),
				new Dialects(List.of(new PostgresqlDialect(), new H2Dialect())), List.of(source), settings, List.of());
	}

	/**
	 * Write a revision file, named by its id.
	 * @param folder where
	 * @param id of the revision
	 * @param revises its parents as written
	 * @param message its message
	 * @param up statements
	 * @param down statements
	 * @throws IOException if it can't be written
	 */
	public static void write(Path folder, String id, String revises, String message, String up, String down)
			throws IOException {
		Files.writeString(folder.resolve(id + ".sql"), """
				-- %s
				--
				-- revision: %s
				-- revises: %s
				-- created: 2026-11-20T10:04:00Z

				-- migrate:upgrade
				%s;

				-- migrate:downgrade
				%s;
				""".formatted(message, id, revises, up, down));
	}

}
