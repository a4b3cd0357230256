package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.dialect.Catalog;
import dev.migrate.dialect.CatalogRow;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SchemaScope;

/**
 * Reads PostgreSQL's catalogue: a fixed number of queries, sent in one round trip.
 */
public final class PostgresqlCatalog implements Catalog {

	// One moment for all queries, and nothing is left behind for whoever has the session
	// next.
	private static final String OPEN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

	private static final String CLOSE = "COMMIT";

	private static final String NEST = "SAVEPOINT migrate_catalog";

	private static final String UNNEST = "ROLLBACK TO SAVEPOINT migrate_catalog;\nRELEASE SAVEPOINT migrate_catalog";

	// No user's schema is in the path, so every name comes qualified. The server writes
	// constants and expressions differently under other values of these; the savepoint or
	// the end of the transaction takes them back. To compile these queries would take
	// longer than to run them.
	private static final String SETTINGS = """
			SELECT pg_catalog.set_config(name, value, true) FROM (VALUES
			  ('search_path', 'pg_catalog, pg_temp'), ('quote_all_identifiers', 'off'), ('DateStyle', 'ISO, YMD'),
			  ('IntervalStyle', 'postgres'), ('TimeZone', 'UTC'), ('extra_float_digits', '1'), ('bytea_output', 'hex'),
			  ('standard_conforming_strings', 'on'), ('jit', 'off')) AS settings(name, value)""";

	private static final String STORAGE = """
			SELECT n.nspname, c.relname, c.relfilenode::text
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relfilenode <> 0 AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
			""";

	@Override
	public Schema read(Connection connection, SchemaScope scope) {
		try {
			return connection.getAutoCommit() ? readInTransaction(connection, scope) : readNested(connection, scope);
		}
		catch (SQLException ex) {
			throw new MigrateException(ErrorCode.DATABASE_REFUSED, "The catalogue can't be read: " + ex.getMessage(),
					null, ex);
		}
	}

	@Override
	public SortedMap<QualifiedName, String> storage(Connection connection) {
		SortedMap<QualifiedName, String> files = new TreeMap<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(STORAGE)) {
			while (rows.next()) {
				files.put(new QualifiedName(rows.getString(1), rows.getString(2)), rows.getString(3));
			}
			return files;
		}
		catch (SQLException ex) {
			throw new MigrateException(ErrorCode.DATABASE_REFUSED, "The catalogue can't be read: " + ex.getMessage(),
					null, ex);
		}
	}

	private static Schema readInTransaction(Connection connection, SchemaScope scope) throws SQLException {
		try {
			return run(connection, scope, OPEN, CLOSE);
		}
		catch (SQLException ex) {
			undo(connection, "ROLLBACK", ex);
			throw ex;
		}
	}

	private static Schema readNested(Connection connection, SchemaScope scope) throws SQLException {
		try {
			return run(connection, scope, NEST, UNNEST);
		}
		catch (SQLException ex) {
			undo(connection, UNNEST, ex);
			throw ex;
		}
	}

	private static void undo(Connection connection, String sql, SQLException failure) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static Schema run(Connection connection, SchemaScope scope, String before, String after)
			throws SQLException {
		RelationReader relations = new RelationReader(scope);
		TypeReader types = new TypeReader(relations);
		ProgramReader programs = new ProgramReader(scope);
		// The long answers come last: all is asked before the first of them begins.
		List<CatalogReader> readers = List.of(programs, types, relations);
		List<String> queries = new ArrayList<>();
		for (CatalogReader reader : readers) {
			queries.addAll(reader.queries());
		}
		int version = connection.getMetaData().getDatabaseMajorVersion();
		String sql = before + ";\n" + SETTINGS + ";\n" + String.join(";\n", queries) + ";\n" + after;
		try (PreparedStatement statement = connection.prepareStatement(forVersion(sql, version))) {
			int parameter = 0;
			for (String query : queries) {
				if (query.startsWith(CatalogReader.WANTED)) {
					statement.setString(++parameter, array(scope.schemas()));
				}
			}
			readResults(statement, readers);
		}
		List<SchemaObject> objects = new ArrayList<>(relations.objects());
		objects.addAll(types.objects());
		objects.addAll(programs.objects());
		return Schema.of(objects);
	}

	/**
	 * Return names as the server writes an array of them.
	 */
	private static String array(Collection<String> names) {
		StringBuilder text = new StringBuilder("{");
		for (String name : names) {
			text.append((text.length() > 1) ? ",\"" : "\"");
			text.append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
		}
		return text.append('}').toString();
	}

	/**
	 * Put constants in the place of catalogue columns that a version does not have yet.
	 */
	private static String forVersion(String sql, int version) {
		String text = sql;
		if (version < 18) {
			text = text.replace("con.conperiod", "false").replace("con.conenforced", "true");
		}
		if (version < 15) {
			text = text.replace("i.indnullsnotdistinct", "false").replace("con.confdelsetcols", "NULL::int2[]");
		}
		return text;
	}

	private static void readResults(PreparedStatement statement, List<CatalogReader> readers) throws SQLException {
		statement.execute();
		// What the settings were set to.
		nextRows(statement);
		for (CatalogReader reader : readers) {
			for (String query : reader.queries()) {
				nextRows(statement);
				readRows(statement, query, reader);
			}
		}
	}

	private static void readRows(PreparedStatement statement, String query, CatalogReader reader) throws SQLException {
		try (ResultSet result = statement.getResultSet()) {
			CatalogRow row = new CatalogRow(result);
			while (result.next()) {
				reader.read(query, row);
			}
		}
	}

	private static void nextRows(PreparedStatement statement) throws SQLException {
		while (!statement.getMoreResults()) {
			if (statement.getUpdateCount() == -1) {
				throw new SQLException("the catalogue answered fewer queries than were asked");
			}
		}
	}

}
