package dev.migrate.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.dialect.Catalog;
import dev.migrate.dialect.CatalogRow;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SchemaScope;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's catalogue: a fixed number of queries, sent in one round trip.
 */
public final class PostgresqlCatalog implements Catalog {

	// No user's schema is in the path, so every name comes qualified. The server writes
	// constants and expressions differently under other values of these; the savepoint or
	// the end of the transaction takes them back.
	private static final String SETTINGS = """
			SET LOCAL search_path = pg_catalog, pg_temp;
			SET LOCAL quote_all_identifiers = off;
			SET LOCAL DateStyle = 'ISO, YMD';
			SET LOCAL IntervalStyle = 'postgres';
			SET LOCAL TimeZone = 'UTC';
			SET LOCAL extra_float_digits = 1;
			SET LOCAL bytea_output = 'hex';
			SET LOCAL standard_conforming_strings = on;
			""";

	private static final String OPEN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;\n" + SETTINGS;

	private static final String NEST = "SAVEPOINT migrate_catalog;\n" + SETTINGS;

	private static final String UNNEST = "ROLLBACK TO SAVEPOINT migrate_catalog;\nRELEASE SAVEPOINT migrate_catalog";

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
		SQLException failure = null;
		connection.setAutoCommit(false);
		try {
			return run(connection, scope, OPEN, "");
		}
		catch (SQLException ex) {
			failure = ex;
			throw ex;
		}
		finally {
			restore(connection, failure);
		}
	}

	private static void restore(Connection connection, @Nullable SQLException failure) throws SQLException {
		try {
			connection.rollback();
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			if (failure == null) {
				throw ex;
			}
			failure.addSuppressed(ex);
		}
	}

	private static Schema readNested(Connection connection, SchemaScope scope) throws SQLException {
		try {
			return run(connection, scope, NEST, UNNEST);
		}
		catch (SQLException ex) {
			unnest(connection, ex);
			throw ex;
		}
	}

	private static void unnest(Connection connection, SQLException failure) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(UNNEST);
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
		List<CatalogQuery> queries = Stream.of(relations.queries(), types.queries(), programs.queries())
			.flatMap(List::stream)
			.toList();
		String sql = queries.stream().map(CatalogQuery::sql).collect(Collectors.joining(";\n", before, ";\n" + after));
		int version = connection.getMetaData().getDatabaseMajorVersion();
		try (PreparedStatement statement = connection.prepareStatement(forVersion(sql, version))) {
			Array schemas = connection.createArrayOf("text", scope.schemas().toArray());
			int parameters = queries.stream().mapToInt(CatalogQuery::parameters).sum();
			for (int parameter = 1; parameter <= parameters; parameter++) {
				statement.setArray(parameter, schemas);
			}
			readResults(statement, queries);
		}
		List<SchemaObject> objects = new ArrayList<>(relations.objects());
		objects.addAll(types.objects());
		objects.addAll(programs.objects());
		return Schema.of(objects);
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

	private static void readResults(PreparedStatement statement, List<CatalogQuery> queries) throws SQLException {
		boolean rows = statement.execute();
		for (CatalogQuery query : queries) {
			while (!rows) {
				if (statement.getUpdateCount() == -1) {
					throw new SQLException("the catalogue answered fewer queries than were asked");
				}
				rows = statement.getMoreResults();
			}
			readRows(statement, query);
			rows = statement.getMoreResults();
		}
	}

	private static void readRows(PreparedStatement statement, CatalogQuery query) throws SQLException {
		try (ResultSet result = statement.getResultSet()) {
			CatalogRow row = new CatalogRow(result);
			while (result.next()) {
				query.reader().read(row);
			}
		}
	}

}
