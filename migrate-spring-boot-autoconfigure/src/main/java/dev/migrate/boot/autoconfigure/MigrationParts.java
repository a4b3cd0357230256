package dev.migrate.boot.autoconfigure;

import java.util.List;

import dev.migrate.script.ScriptSource;
import dev.migrate.service.Connections;
import dev.migrate.service.EngineSettings;

/**
 * What the services of one database are made of.
 *
 * @param connections where connections come from
 * @param sources where revisions come from
 * @param settings how to behave
 * @param properties all that is configured
 */
record MigrationParts(Connections connections, List<ScriptSource> sources, EngineSettings settings,
		DatabaseProperties properties) {

	MigrationParts {
		sources = List.copyOf(sources);
	}

}
