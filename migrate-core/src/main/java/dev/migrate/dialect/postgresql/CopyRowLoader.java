package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RefusedRow;
import dev.migrate.dialect.RowLoader;
import dev.migrate.dialect.RowSource;
import dev.migrate.schema.Column;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * One COPY for each table: PostgreSQL checks foreign keys at the end of the statement, so
 * that rows may refer to each other. Between tables a key is deferred, and made
 * deferrable first if it is not; in the same transaction it is made what it was.
 */
final class CopyRowLoader implements RowLoader {

	private static final String MOVE_ON = """
			SELECT pg_catalog.setval(q.sequence, m.top)
			FROM (SELECT max(%s)::bigint AS top FROM %s) m, (SELECT %s::regclass AS sequence) q
			JOIN pg_catalog.pg_sequence s ON s.seqrelid = q.sequence
			WHERE s.seqincrement > 0 AND m.top BETWEEN s.seqmin AND s.seqmax
			AND m.top >= coalesce(pg_catalog.pg_sequence_last_value(q.sequence), s.seqmin)""";

	private final Connection connection;

	private final Dialect dialect;

	private final List<String> undo = new ArrayList<>();

	private final List<Table> tables = new ArrayList<>();

	CopyRowLoader(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	@Override
	public void later(Table table, ForeignKey key) throws SQLException {
		if (key.deferral() == Deferral.NOT_DEFERRABLE) {
			String alter = "ALTER TABLE " + quoted(table.name()) + " ALTER CONSTRAINT "
					+ this.dialect.quote(key.name());
			execute(alter + " DEFERRABLE");
			this.undo.add(alter + " NOT DEFERRABLE");
		}
		execute("SET CONSTRAINTS " + this.dialect.quote(table.name().schema()) + "." + this.dialect.quote(key.name())
				+ " DEFERRED");
	}

	@Override
	public @Nullable RefusedRow insert(Table table, List<Column> columns, RowSource rows) throws SQLException {
		this.tables.add(table);
		String names = columns.stream()
			.map((column) -> this.dialect.quote(column.name()))
			.collect(Collectors.joining(", "));
		try {
			PostgresqlDriver.copyIn(this.connection,
					"COPY " + quoted(table.name()) + " (" + names + ") FROM STDIN WITH (ENCODING 'UTF8')",
					new CopyText(rows));
			return null;
		}
		catch (SQLException ex) {
			return PostgresqlRefusals.read(ex, table).orElseThrow(() -> ex);
		}
	}

	@Override
	public @Nullable RefusedRow finish() throws SQLException {
		try {
			execute("SET CONSTRAINTS ALL IMMEDIATE");
		}
		catch (SQLException ex) {
			for (Table table : this.tables) {
				if (PostgresqlRefusals.isOf(ex, table)) {
					return PostgresqlRefusals.read(ex, table).orElseThrow(() -> ex);
				}
			}
			throw ex;
		}
		for (String statement : this.undo) {
			execute(statement);
		}
		return null;
	}

	@Override
	public @Nullable Long moveOn(QualifiedName table, Column column, @Nullable QualifiedName sequence)
			throws SQLException {
		String from = (sequence != null) ? text(quoted(sequence))
				: "pg_catalog.pg_get_serial_sequence(" + text(quoted(table)) + ", " + text(column.name()) + ")";
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement
					.executeQuery(MOVE_ON.formatted(this.dialect.quote(column.name()), quoted(table), from))) {
			return rows.next() ? rows.getLong(1) : null;
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	private String quoted(QualifiedName name) {
		return this.dialect.quote(name.schema()) + "." + this.dialect.quote(name.name());
	}

	private static String text(String value) {
		String text = Objects.requireNonNull(value).replace("'", "''");
		return text.contains("\\") ? "E'" + text.replace("\\", "\\\\") + "'" : "'" + text + "'";
	}

}
