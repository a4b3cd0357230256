package dev.migrate.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.QualifiedName;

/**
 * Names that nobody gave: those that PostgreSQL would choose, on every database, so that
 * a later revision can call them.
 */
final class DefaultNames {

	private static final int LONGEST = 63;

	private DefaultNames() {
	}

	static String of(QualifiedName table, List<String> columns, String suffix) {
		StringBuilder name = new StringBuilder(bare(table.name()));
		columns.forEach((column) -> name.append('_').append(bare(column)));
		name.append('_').append(suffix);
		if (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The name " + name + " would be longer than " + LONGEST + " bytes.",
					"Give it a name of its own with named(…).");
		}
		return name.toString();
	}

	private static String bare(String name) {
		return name.replace("\"", "");
	}

}
