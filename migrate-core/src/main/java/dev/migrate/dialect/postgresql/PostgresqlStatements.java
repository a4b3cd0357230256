package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import dev.migrate.sql.StatementTrace;
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

	private static final String PENDING_DETACH = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits
			    WHERE inhdetachpending AND inhrelid = pg_catalog.to_regclass(?)
			      AND inhparent = pg_catalog.to_regclass(?))""";

	// REINDEX CONCURRENTLY builds a copy beside an index, and drops one of the two.
	private static final String COPIES = """
			SELECT i.indexrelid::regclass::text FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
			  AND i.indrelid IN (SELECT pg_catalog.to_regclass(?)::oid UNION
			      SELECT t.indrelid FROM pg_catalog.pg_index t WHERE t.indexrelid = pg_catalog.to_regclass(?)::oid)
			ORDER BY 1""";

	private static final Set<String> EXISTS = Set.of("42P07", "42710", "42701", "42P06", "42723", "42P04");

	private static final Set<String> MISSING = Set.of("42P01", "42704", "42703", "3F000", "42883", "3D000");

	private static final Pattern ENDS_TRANSACTIONS = Pattern.compile("\\b(COMMIT|ROLLBACK|CALL)\\b");

	private PostgresqlStatements() {
	}

	static void clearHalfDone(Connection connection, SqlStatement statement) throws SQLException {
		StatementFacts.ConcurrentIndex index = StatementFacts.concurrentIndex(statement, LexicalRules.POSTGRESQL);
		if (index != null) {
			String invalid = invalid(connection, index);
			if (invalid != null) {
				drop(connection, invalid);
			}
			return;
		}
		StatementTrace trace = StatementTrace.of(statement, LexicalRules.POSTGRESQL);
		if (trace != null && trace.kind() == StatementTrace.Kind.PARTITION) {
			finishDetaching(connection, PostgresqlPostchecks.quoted(trace.name()),
					PostgresqlPostchecks.quoted(trace.owner()));
		}
		if (trace != null && trace.kind() == StatementTrace.Kind.NOTHING && !trace.name().isEmpty()) {
			dropCopies(connection, PostgresqlPostchecks.quoted(trace.name()));
		}
	}

	private static void drop(Connection connection, String index) throws SQLException {
		try (Statement drop = connection.createStatement()) {
			drop.execute("DROP INDEX CONCURRENTLY " + index);
		}
	}

	// A second DETACH … CONCURRENTLY is refused while the first is pending.
	private static void finishDetaching(Connection connection, String partition, String table) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(PENDING_DETACH)) {
			query.setString(1, partition);
			query.setString(2, table);
			try (ResultSet rows = query.executeQuery()) {
				if (!rows.next() || !rows.getBoolean(1)) {
					return;
				}
			}
		}
		try (Statement finish = connection.createStatement()) {
			finish.execute("ALTER TABLE " + table + " DETACH PARTITION " + partition + " FINALIZE");
		}
	}

	private static void dropCopies(Connection connection, String reindexed) throws SQLException {
		List<String> copies = new ArrayList<>();
		try (PreparedStatement query = connection.prepareStatement(COPIES)) {
			query.setString(1, reindexed);
			query.setString(2, reindexed);
			try (ResultSet rows = query.executeQuery()) {
				while (rows.next()) {
					copies.add(rows.getString(1));
				}
			}
		}
		for (String copy : copies) {
			drop(connection, copy);
		}
	}

	private static @Nullable String invalid(Connection connection, StatementFacts.ConcurrentIndex index)
			throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(INVALID_INDEX)) {
			query.setString(1, index.name());
			query.setString(2, PostgresqlPostchecks.quoted(index.table()));
			try (ResultSet rows = query.executeQuery()) {
				return rows.next() ? rows.getString(1) : null;
			}
		}
	}

	static boolean alreadyDone(SqlStatement statement, SQLException refusal) {
		String text = statement.text().toUpperCase(Locale.ROOT);
		String state = String.valueOf(refusal.getSQLState());
		boolean drops = text.startsWith("DROP") || (text.startsWith("ALTER") && text.contains("DROP"));
		boolean creates = text.startsWith("CREATE") || (text.startsWith("ALTER") && text.contains("ADD"));
		return (drops && MISSING.contains(state)) || (creates && EXISTS.contains(state));
	}

	/**
	 * Whether nothing is known that keeps it out of a transaction. A procedure, or a
	 * block with such words, may commit by itself.
	 */
	static boolean runsInTransaction(SqlStatement statement) {
		StatementFacts facts = StatementFacts.of(statement, LexicalRules.POSTGRESQL);
		String text = statement.text().stripLeading().toUpperCase(Locale.ROOT);
		return facts.outsideTransaction() == null && facts.transactionControl() == null && !facts.changesSession()
				&& !text.startsWith("CALL") && !(text.startsWith("DO") && ENDS_TRANSACTIONS.matcher(text).find());
	}

}
