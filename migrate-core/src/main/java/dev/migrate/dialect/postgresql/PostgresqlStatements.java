package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Statements outside transactions: what their death leaves, and whether they have to be
 * there at all.
 */
final class PostgresqlStatements {

	// An index lies in the schema of its table.
	private static final String INVALID_INDEX = """
			SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
			FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			WHERE NOT i.indisvalid AND c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?)""";

	private static final Set<String> EXISTS = Set.of("42P07", "42710", "42701", "42P06", "42723", "42P04");

	private static final Set<String> MISSING = Set.of("42P01", "42704", "42703", "3F000", "42883", "3D000");

	private PostgresqlStatements() {
	}

	static void clearHalfDone(Connection connection, SqlStatement statement) throws SQLException {
		StatementFacts.ConcurrentIndex index = StatementFacts.concurrentIndex(statement, LexicalRules.POSTGRESQL);
		if (index == null) {
			return;
		}
		String invalid = invalid(connection, index);
		if (invalid != null) {
			try (Statement drop = connection.createStatement()) {
				drop.execute("DROP INDEX CONCURRENTLY " + invalid);
			}
		}
	}

	private static @Nullable String invalid(Connection connection, StatementFacts.ConcurrentIndex index)
			throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(INVALID_INDEX)) {
			query.setString(1, index.name());
			query.setString(2, quoted(index.table()));
			try (ResultSet rows = query.executeQuery()) {
				return rows.next() ? rows.getString(1) : null;
			}
		}
	}

	private static String quoted(List<String> name) {
		return String.join(".", name.stream().map((part) -> "\"" + part.replace("\"", "\"\"") + "\"").toList());
	}

	static boolean alreadyDone(SqlStatement statement, SQLException refusal) {
		String text = statement.text().toUpperCase(Locale.ROOT);
		String state = String.valueOf(refusal.getSQLState());
		boolean drops = text.startsWith("DROP") || (text.startsWith("ALTER") && text.contains("DROP"));
		boolean creates = text.startsWith("CREATE") || (text.startsWith("ALTER") && text.contains("ADD"));
		return (drops && MISSING.contains(state)) || (creates && EXISTS.contains(state));
	}

	/**
	 * Whether nothing is known that keeps it out of a transaction. A procedure or a block
	 * may commit by itself.
	 */
	static boolean runsInTransaction(SqlStatement statement) {
		StatementFacts facts = StatementFacts.of(statement, LexicalRules.POSTGRESQL);
		String text = statement.text().stripLeading().toUpperCase(Locale.ROOT);
		return facts.outsideTransaction() == null && facts.transactionControl() == null && !facts.changesSession()
				&& !text.startsWith("CALL") && !text.startsWith("DO");
	}

}
