package dev.migrate.dialect.postgresql;

import java.sql.SQLException;

import dev.migrate.dialect.CatalogRow;

/**
 * One query of the catalogue and who takes its rows.
 *
 * @param sql the query, without a semicolon; every question mark stands for the schemas
 * wanted
 * @param reader takes the rows, in their order
 */
record CatalogQuery(String sql, RowReader reader) {

	/**
	 * The schemas wanted, as {@code wanted(oid, nspname)}: those named, or all that are
	 * not the system's when none is.
	 */
	static final String WANTED = """
			WITH wanted AS MATERIALIZED (
			  SELECT oid, nspname
			  FROM pg_namespace
			  WHERE nspname = ANY (coalesce(nullif(?::text[], '{}'), ARRAY(
			    SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'))))
			""";

	int parameters() {
		return (int) this.sql.chars().filter((character) -> character == '?').count();
	}

	/**
	 * Takes a row.
	 */
	@FunctionalInterface
	interface RowReader {

		void read(CatalogRow row) throws SQLException;

	}

}
