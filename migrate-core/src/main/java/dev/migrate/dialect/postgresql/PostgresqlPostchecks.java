package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Postcheck;
import dev.migrate.sql.DelimitedIdentifier;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementTrace;
import dev.migrate.sql.StatementTrace.Kind;

/**
 * What the catalogue says of statements that PostgreSQL runs outside transactions.
 */
final class PostgresqlPostchecks {

	// An index that is not valid is not built, or half dropped.
	private static final String BUILT_INDEX = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			    WHERE c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?) AND i.indisvalid AND i.indisready)""";

	private static final String INDEX = "SELECT pg_catalog.to_regclass(?) IS NOT NULL";

	private static final String DATABASE = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = ?)""";

	private static final String TABLESPACE = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = ?)""";

	private static final String SUBSCRIPTION = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_subscription s JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
			    WHERE s.subname = ? AND d.datname = current_database())""";

	private static final String PARTITION = """
			SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits
			    WHERE inhrelid = pg_catalog.to_regclass(?) AND inhparent = pg_catalog.to_regclass(?))""";

	private PostgresqlPostchecks() {
	}

	static Postcheck of(SqlStatement statement) {
		StatementTrace trace = StatementTrace.of(statement, LexicalRules.POSTGRESQL);
		if (trace == null) {
			return Postcheck.NONE;
		}
		return (trace.kind() == Kind.NOTHING) ? Postcheck.REPEAT : Postcheck.CATALOGUE;
	}

	static boolean isDone(Connection connection, SqlStatement statement) throws SQLException {
		StatementTrace trace = StatementTrace.of(statement, LexicalRules.POSTGRESQL);
		if (trace == null) {
			throw new IllegalArgumentException("The catalogue tells nothing about " + statement.location());
		}
		return isThere(connection, trace) == trace.there();
	}

	private static boolean isThere(Connection connection, StatementTrace trace) throws SQLException {
		String last = trace.name().get(trace.name().size() - 1);
		return switch (trace.kind()) {
			case INDEX -> trace.there() ? ask(connection, BUILT_INDEX, last, quoted(trace.owner()))
					: ask(connection, INDEX, quoted(trace.name()));
			case DATABASE -> ask(connection, DATABASE, last);
			case TABLESPACE -> ask(connection, TABLESPACE, last);
			case SUBSCRIPTION -> ask(connection, SUBSCRIPTION, last);
			case PARTITION -> ask(connection, PARTITION, quoted(trace.name()), quoted(trace.owner()));
			case NOTHING -> throw new IllegalArgumentException("It leaves nothing to look for");
		};
	}

	private static boolean ask(Connection connection, String question, String... names) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(question)) {
			for (int i = 0; i < names.length; i++) {
				query.setString(i + 1, names[i]);
			}
			try (ResultSet rows = query.executeQuery()) {
				return rows.next() && rows.getBoolean(1);
			}
		}
	}

	static String quoted(List<String> name) {
		return String.join(".", name.stream().map((part) -> DelimitedIdentifier.of(part)).toList());
	}

}
