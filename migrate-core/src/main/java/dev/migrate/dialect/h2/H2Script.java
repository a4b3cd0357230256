package dev.migrate.dialect.h2;

import java.util.List;

import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptGuard;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.sql.SqlStatement;

/**
 * Scripts for H2's {@code RUNSCRIPT}. It has no conditions and no blocks: whether a
 * script fits is told by the keys of the version table alone.
 */
final class H2Script implements ScriptWords {

	private static final String EXACTLY = "(SELECT LOWER(RAWTOHEX(HASH('SHA-256', STRINGTOUTF8(LISTAGG(revision || ' '"
			+ " || COALESCE(checksum, ''), ',') WITHIN GROUP (ORDER BY revision))))) FROM %s) = '%s'";

	@Override
	public String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	@Override
	public String newName() {
		return "CAST(RANDOM_UUID() AS VARCHAR)";
	}

	@Override
	public List<String> restoring() {
		return List.of();
	}

	@Override
	public List<String> settings() {
		return List.of();
	}

	@Override
	public List<String> guarding(ScriptGuard guard) {
		return List.of();
	}

	@Override
	public List<String> unlocking(OwnTables tables) {
		return List.of();
	}

	@Override
	public String holdsExactly(String versionTable, String digest) {
		return EXACTLY.formatted(versionTable, digest);
	}

	/** H2 has no COPY. */
	@Override
	public String passableRows(SqlStatement statement) {
		return statement.text() + ";\n";
	}

	@Override
	public boolean hasConditions() {
		return false;
	}

}
