package dev.migrate.boot.autoconfigure;

import java.util.List;

import dev.migrate.script.ScriptSource;
import dev.migrate.service.Connections;

/**
 * What the services of one database are made of.
 *
 * @param connections where connections come from
 * @param sources where revisions come from
 */
record MigrationParts(Connections connections, List<ScriptSource> sources) {

	MigrationParts {
		sources = List.copyOf(sources);
	}

}
