package dev.migrate.boot.cli;

import java.nio.file.Path;

import dev.migrate.script.JavaPlace;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.DatabaseCreation;
import org.jspecify.annotations.Nullable;

/**
 * What commands need from the application around one database. Everything is fetched when
 * it is asked for: a command that needs no database opens none.
 */
public interface Workplace {

	/**
	 * Find the folder that new revisions go to.
	 * @param directory what the user named, or null
	 * @param folder the revisions that the application has
	 * @return an absolute path; it need not exist
	 * @throws dev.migrate.error.MigrateException with USAGE if there is none, or if it
	 * holds revisions that the application does not have
	 */
	Path target(@Nullable String directory, MigrationFolder folder);

	/**
	 * Find where new Java revisions go.
	 * @param directory the source folder that the user named, or null
	 * @param folder the revisions that the application has
	 * @return source folder and package; they need not exist
	 * @throws dev.migrate.error.MigrateException with USAGE if there is none, or if it
	 * holds revisions that the application does not have
	 */
	JavaPlace java(@Nullable String directory, MigrationFolder folder);

	/**
	 * Find the project that the application was built in.
	 * @return its root folder, or null if it runs apart from one
	 */
	@Nullable Path project();

	/**
	 * Return the class that starts the application.
	 * @return its name, or null if unknown
	 */
	@Nullable String mainClass();

	/**
	 * Return the template of file names.
	 * @return for example {@code {date}_{time}_{rev}_{slug}}
	 */
	String fileTemplate();

	/**
	 * Return what compares and proves.
	 * @return the service of this database
	 * @throws CommandFailedException if the application can't make it
	 */
	Autogeneration autogeneration();

	/**
	 * Return what creates this database.
	 * @return the service; no connection is opened before it is used
	 * @throws CommandFailedException if the application can't make it
	 */
	DatabaseCreation creation();

	/**
	 * Return which database the application uses, as far as its configuration tells
	 * without a connection.
	 * @return for example {@code postgresql}, or null if it does not
	 */
	@Nullable String dialect();

	/**
	 * Return who runs commands.
	 * @return a name for version table and journal
	 */
	String actor();

}
