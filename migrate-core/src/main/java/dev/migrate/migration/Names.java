package dev.migrate.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.QualifiedName;

/**
 * Reads names as people type them: {@code students}, {@code school.students},
 * {@code "Odd name"}.
 */
final class Names {

	private static final String PART = "(\"[^\"]+\"|[^\".]+)";

	private static final Pattern NAME = Pattern.compile("(?:" + PART + "\\.)?" + PART);

	private Names() {
	}

	static QualifiedName qualified(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, "'" + name + "' is not a name.",
					"Write name or schema.name; a part with a dot in it goes into double quotes.");
		}
		String schema = matcher.group(1);
		return new QualifiedName((schema != null) ? schema : "", matcher.group(2));
	}

}
