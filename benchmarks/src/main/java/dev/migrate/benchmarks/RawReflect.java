package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads columns, constraints and indexes of one schema in one query, and does nothing
 * with them but keep them.
 */
final class RawReflect implements Tool {

	private static final String CATALOGUE = """
			SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
			  pg_get_expr(d.adbin, d.adrelid)
			FROM pg_class c
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
			ORDER BY c.relname, a.attnum;
			SELECT c.relname, o.conname, pg_get_constraintdef(o.oid)
			FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
			WHERE c.relnamespace = 'public'::regnamespace;
			SELECT c.relname, pg_get_indexdef(i.indexrelid)
			FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
			WHERE c.relnamespace = 'public'::regnamespace""";

	@Override
	public void run(Work work, Place place) throws Exception {
		try (Connection connection = Raw.connect(place.url(), place)) {
			if (work == Work.COMPARE) {
				read(connection);
			}
			else if (work == Work.PROVE) {
				prove(connection, place);
			}
			else {
				throw Tools.refused(work);
			}
		}
	}

	private static void prove(Connection connection, Place place) throws SQLException {
		connection.setAutoCommit(false);
		int last = Model.revisions(place.size());
		try (Statement statement = connection.createStatement()) {
			for (int number = 1; number < last; number++) {
				statement.execute(String.join(";", Model.up(number, place.size())));
			}
			read(connection);
			statement.execute(String.join(";", Model.up(last, place.size())));
			read(connection);
			statement.execute(String.join(";", Model.down(last, place.size())));
			read(connection);
			statement.execute(String.join(";", Model.up(last, place.size())));
			read(connection);
		}
		connection.rollback();
	}

	private static Map<String, Integer> read(Connection connection) throws SQLException {
		Map<String, Integer> found = new HashMap<>();
		try (Statement statement = connection.createStatement()) {
			boolean more = statement.execute(CATALOGUE);
			while (more) {
				try (ResultSet rows = statement.getResultSet()) {
					int columns = rows.getMetaData().getColumnCount();
					while (rows.next()) {
						for (int column = 2; column <= columns; column++) {
							String value = rows.getString(column);
							found.merge(rows.getString(1), (value != null) ? value.length() : 0, Integer::sum);
						}
					}
				}
				more = statement.getMoreResults();
			}
		}
		return found;
	}

}
