package dev.migrate.script;

import java.util.List;

/**
 * A place that revisions come from.
 */
public interface ScriptSource {

	/**
	 * Read all revisions, in an order that does not depend on the file system.
	 * @return the scripts; empty if the place is missing
	 * @throws dev.migrate.error.MigrateException with INVALID_SOURCE or FILE_ACCESS,
	 * naming file and line
	 */
	List<MigrationScript> load();

	/**
	 * Return what changes when any revision is added, removed or edited, without opening
	 * one: names, sizes, and what the place itself knows of the content.
	 * @return a digest, or an empty text if nothing can be told without reading
	 */
	String fingerprint();

	/**
	 * Tell whether there is nothing, without opening a revision.
	 * @return true if the place is missing or empty
	 */
	boolean isEmpty();

	/**
	 * Return the places for messages.
	 * @return for example {@code classpath:db/migrations}
	 */
	List<String> locations();

}
