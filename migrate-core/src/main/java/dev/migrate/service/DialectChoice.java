package dev.migrate.service;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * Reads which database a script is for: {@code postgresql}, {@code postgresql:16} or
 * {@code h2}.
 */
final class DialectChoice {

	private static final Pattern FORM = Pattern.compile("([a-z0-9]+)(?::([0-9]+)(?:\\.[0-9]+)*)?");

	private static final List<Integer> POSTGRESQL = List.of(14, 15, 16, 17, 18);

	private DialectChoice() {
	}

	static Dialect of(@Nullable String text, Dialects known) {
		if (text == null) {
			throw refused("Without a connection nobody knows which database the script is for.");
		}
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			throw refused("'" + text + "' is no database.");
		}
		Dialect dialect = known.named(matcher.group(1))
			.orElseThrow(() -> refused("'" + matcher.group(1) + "' is not a database that revisions run on."));
		String version = matcher.group(2);
		if (version != null && dialect.name().equals("postgresql") && !POSTGRESQL.contains(Integer.valueOf(version))) {
			throw refused("PostgreSQL " + version + " is not supported.");
		}
		return dialect;
	}

	static void refuseUnlessSame(@Nullable String text, Dialect dialect, Dialects known) {
		if (text != null && !of(text, known).name().equals(dialect.name())) {
			throw new MigrateException(ErrorCode.USAGE,
					"--dialect " + text + " was asked for, but the database that says where to start is "
							+ dialect.name() + ".",
					"Leave --dialect out, or give a range such as base:head: then no database is asked.");
		}
	}

	private static MigrateException refused(String sentence) {
		return new MigrateException(ErrorCode.USAGE, sentence,
				"Write --dialect postgresql, postgresql:14 to postgresql:18, or h2.");
	}

}
