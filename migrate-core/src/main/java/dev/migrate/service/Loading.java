package dev.migrate.service;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.dialect.SessionState;
import dev.migrate.load.FileLoad;
import dev.migrate.load.LoadReport;
import dev.migrate.load.LoadRequest;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MappingLine;
import dev.migrate.script.MigrationFolder;
import org.jspecify.annotations.Nullable;

/**
 * Loads files on a session, and leaves that as it was.
 */
final class Loading {

	private final DatabaseSession session;

	private final MigrationFolder folder;

	Loading(DatabaseSession session, MigrationFolder folder) {
		this.session = session;
		this.folder = folder;
	}

	LoadReport load(LoadRequest request) {
		try {
			String schema = this.session.dialect().currentSchema(this.session.connection());
			SessionState before = this.session.dialect().session(this.session.connection());
			FileLoad load = new FileLoad(this.session.connection(), this.session.dialect(),
					new LiveSchema(this.session).read(), (schema != null) ? schema : "");
			try {
				return load.load(request.with(sequences()));
			}
			finally {
				before.giveBack(this.session.connection());
			}
		}
		catch (SQLException ex) {
			throw this.session.refused("loading", ex);
		}
	}

	/** Return the columns that get their values from sequences, by what mappings say. */
	private Map<String, String> sequences() {
		Map<String, String> columns = new TreeMap<>();
		Map<String, String> sequences = new TreeMap<>();
		this.folder.graph().revisions().forEach((revision) -> {
			for (MappingLine line : this.folder.get(revision.id()).mapping()) {
				switch (line.kind()) {
					case "column" -> columns.put(line.path(), line.name());
					case "sequence" -> sequences.put(line.path(), line.name());
					default -> {
						// Others get no values.
					}
				}
			}
		});
		Map<String, String> known = new TreeMap<>();
		sequences.forEach((path, sequence) -> {
			@Nullable String column = columns.get(path);
			if (column != null) {
				known.put(sequence, column);
			}
		});
		return known;
	}

}
