package dev.migrate.boot.autoconfigure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * The databases as the application configures them, by name, in the order they are worked
 * on.
 */
public final class ConfiguredDatabases {

	private final Map<String, MigrationParts> parts;

	private final DatabaseProperties others;

	/** Create them; a database that nobody configured behaves as {@code others} say. */
	ConfiguredDatabases(Map<String, MigrationParts> parts, DatabaseProperties others) {
		this.others = others;
		this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
	}

	Map<String, MigrationParts> all() {
		return this.parts;
	}

	MigrationParts parts(String database) {
		MigrationParts known = this.parts.get(database);
		if (known == null) {
			throw new MigrateException(ErrorCode.USAGE, "Database '" + database + "' is not configured.",
					"Configured are " + String.join(", ", this.parts.keySet()) + ".");
		}
		return known;
	}

	/**
	 * Return what is configured for a database.
	 * @param database its name
	 * @return its own values, and for the rest those of all
	 */
	public DatabaseProperties properties(String database) {
		MigrationParts known = this.parts.get(database);
		return (known != null) ? known.properties() : this.others;
	}

}
