package dev.migrate.boot.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * Finds databases that would get into each other's way: two names for one version table,
 * or a folder inside the folder of another.
 */
final class DatabaseConflicts {

	private DatabaseConflicts() {
	}

	static void refuse(Map<String, MigrationParts> databases) {
		Map<List<Object>, String> tables = new HashMap<>();
		databases.forEach((name, parts) -> {
			String before = tables.put(versionTable(parts), name);
			if (before != null) {
				throw new MigrateException(ErrorCode.USAGE,
						"The databases '" + before + "' and '" + name + "' share one version table.",
						"Give one of them another DataSource or URL, or a schema or version-table of its own:"
								+ " spring.migrate.databases." + name + ".version-table=migrate_version_" + name);
			}
		});
		databases.forEach((outer, around) -> databases.forEach((inner, within) -> {
			if (!outer.equals(inner)) {
				refuseFolders(outer, around, inner, within);
			}
		}));
	}

	private static List<Object> versionTable(MigrationParts parts) {
		DatabaseProperties properties = parts.properties();
		@Nullable String url = properties.getUrl();
		String schema = properties.getSchema();
		return List.of((url != null) ? url : System.identityHashCode(parts.connections().reading()),
				(schema != null) ? schema : "", properties.getVersionTable());
	}

	// The same folder may be meant: the same tables in several places.
	private static void refuseFolders(String outer, MigrationParts around, String inner, MigrationParts within) {
		List<String> all = around.properties().getLocations();
		for (String folder : all) {
			for (String below : within.properties().getLocations()) {
				if (plain(below).startsWith(plain(folder)) && !plain(below).equals(plain(folder))
						&& all.stream().noneMatch((location) -> plain(location).equals(plain(below)))) {
					throw new MigrateException(ErrorCode.USAGE,
							"Database '" + outer + "' would get the revisions of database '" + inner + "': " + below
									+ " lies in " + folder + ", which is read with all its folders.",
							"Put the folders side by side, and name them in spring.migrate.databases." + outer
									+ ".locations and spring.migrate.databases." + inner + ".locations.");
				}
			}
		}
	}

	private static String plain(String location) {
		String path = location.replaceFirst("^classpath\\*?:", "").replaceAll("^/+|/+$", "");
		return path + "/";
	}

}
