package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.CatalogRow;

/**
 * Asks for a part of the catalogue and takes the answers.
 */
interface CatalogReader {

	/**
	 * The schemas wanted, as {@code wanted(oid, nspname)}: those named, or all that are
	 * not the system's when none is. Its question mark is the only one that a query has.
	 */
	String WANTED = """
			WITH wanted AS MATERIALIZED (
			  SELECT oid, nspname
			  FROM pg_namespace
			  WHERE nspname = ANY (coalesce(nullif(?::text[], '{}'), ARRAY(
			    SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'))))
			""";

	/**
	 * Return the queries, without semicolons, in the order of their answers.
	 */
	List<String> queries();

	/**
	 * Take a row; rows arrive in the order of the queries.
	 * @param query one of the queries
	 */
	void read(String query, CatalogRow row) throws SQLException;

}
