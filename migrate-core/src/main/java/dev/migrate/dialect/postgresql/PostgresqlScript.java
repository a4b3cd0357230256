package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptGuard;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.sql.SqlStatement;

/**
 * Scripts for psql.
 */
final class PostgresqlScript implements ScriptWords {

	// A file is read as what we write, wherever psql runs.
	private static final String ENCODING = "SET client_encoding = 'UTF8'";

	private static final String GUARD = """
			DO $migrate$
			BEGIN
			%sEND
			$migrate$""";

	private static final String LOCK = """
			    IF NOT pg_catalog.pg_try_advisory_lock(%s) THEN
			        RAISE EXCEPTION 'Another run of migrations holds the lock. Nothing was run.'
			            USING HINT = 'Run this script again when it is done.';
			    END IF;
			""";

	private static final String UNLOCK = """
			DO $migrate$
			BEGIN
			    PERFORM pg_catalog.pg_advisory_unlock(%s);
			END
			$migrate$""";

	private static final String UNFINISHED = """
			    IF EXISTS (SELECT 1 FROM %s WHERE applied_at IS NULL) THEN
			        RAISE EXCEPTION 'A revision was begun and did not end. Nothing was run.'
			            USING HINT = 'Look at it with db status, and settle it.';
			    END IF;
			""";

	private static final String APPLIED = """
			    IF (SELECT count(*) FROM %s WHERE revision IN (%s)) < %d THEN
			        RAISE EXCEPTION 'This script goes on from %s, which is not applied here. Nothing was run.'
			            USING HINT = 'Write it anew, from where this database is.';
			    END IF;
			""";

	private static final String ABSENT = """
			    IF EXISTS (SELECT 1 FROM %1$s WHERE revision IN (%2$s)) THEN
			        RAISE EXCEPTION 'This script does not fit: %% is applied here. Nothing was run.',
			            (SELECT string_agg(revision, ', ' ORDER BY revision) FROM %1$s WHERE revision IN (%2$s))
			            USING HINT = 'Write it anew, from where this database is.';
			    END IF;
			""";

	private static final String LINKS = """
			    IF EXISTS (SELECT 1 FROM (VALUES %2$s) AS link (upper, lower)
			               WHERE EXISTS (SELECT 1 FROM %1$s WHERE revision = link.upper)
			                 AND NOT EXISTS (SELECT 1 FROM %1$s WHERE revision = link.lower)) THEN
			        RAISE EXCEPTION 'A revision is applied here without one that it stands on. Nothing was run.'
			            USING HINT = 'Look at it with db status, and settle it.';
			    END IF;
			""";

	private static final String SQUASH = """
			    IF (SELECT count(*) FROM %s WHERE revision IN (%s)) NOT IN (0, %d) THEN
			        RAISE EXCEPTION 'Only a part of what %s replaces is applied here. Nothing was run.'
			            USING HINT = 'Upgrade this database first with a version that has the replaced files.';
			    END IF;
			""";

	// The same key as that of a run, which digests the table's name with its schema.
	private static final String KEY = "('x' || encode(substr(sha256(convert_to('dev.migrate:' || %s, 'UTF8')), 1, 8), 'hex'))"
			+ "::bit(64)::bigint";

	private static final String EXACTLY = "(SELECT encode(sha256(convert_to(string_agg(revision || ' ' || coalesce(checksum, ''),"
			+ " ',' ORDER BY revision COLLATE \"C\"), 'UTF8')), 'hex') FROM %s) = '%s'";

	/** Backslashes only count in an E-string, whatever standard_conforming_strings is. */
	@Override
	public String literal(String text) {
		String doubled = text.replace("'", "''");
		if (text.indexOf('\\') < 0 && text.indexOf('\r') < 0) {
			return "'" + doubled + "'";
		}
		return "E'" + doubled.replace("\\", "\\\\").replace("\r", "\\r") + "'";
	}

	@Override
	public String newName() {
		return "CAST(gen_random_uuid() AS TEXT)";
	}

	@Override
	public List<String> restoring() {
		List<String> statements = new ArrayList<>(settings());
		statements.add(PostgresqlSession.DISCARD_TEMPORARY);
		return statements;
	}

	@Override
	public List<String> settings() {
		List<String> statements = new ArrayList<>(PostgresqlSession.RESET);
		statements.add(ENCODING);
		return statements;
	}

	@Override
	public List<String> guarding(ScriptGuard guard) {
		String version = guard.tables().version();
		StringBuilder body = new StringBuilder();
		if (guard.lock() == ScriptGuard.Lock.TAKEN) {
			body.append(LOCK.formatted(key(guard.tables())));
		}
		body.append(UNFINISHED.formatted(version));
		if (!guard.applied().isEmpty()) {
			body.append(APPLIED.formatted(version, list(guard.applied()), guard.applied().size(),
					String.join(", ", guard.applied())));
		}
		if (!guard.absent().isEmpty()) {
			body.append(ABSENT.formatted(version, list(guard.absent())));
		}
		if (!guard.links().isEmpty()) {
			body.append(LINKS.formatted(version,
					guard.links()
						.stream()
						.map((link) -> "(" + literal(link.upper()) + ", " + literal(link.lower()) + ")")
						.collect(Collectors.joining(", "))));
		}
		for (ScriptGuard.Squash squash : guard.squashes()) {
			body.append(SQUASH.formatted(version, list(squash.replaces()), squash.replaces().size(), squash.id()));
		}
		return List.of(GUARD.formatted(body));
	}

	private String list(List<String> ids) {
		return ids.stream().map(this::literal).collect(Collectors.joining(", "));
	}

	@Override
	public List<String> unlocking(OwnTables tables) {
		return List.of(UNLOCK.formatted(key(tables)));
	}

	// Without a schema the table is the one that the search path leads to.
	private String key(OwnTables tables) {
		return KEY.formatted(tables.schema().isEmpty()
				? "'\"' || replace(current_schema(), '\"', '\"\"') || '\".' || " + literal(tables.version())
				: literal(tables.version()));
	}

	@Override
	public String holdsExactly(String versionTable, String digest) {
		return EXACTLY.formatted(versionTable, digest);
	}

	@Override
	public String passableRows(SqlStatement statement) {
		return PassableCopy.write(statement);
	}

	@Override
	public boolean hasConditions() {
		return true;
	}

}
