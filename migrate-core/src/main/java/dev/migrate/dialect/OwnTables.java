package dev.migrate.dialect;

/**
 * Our tables as they are written in SQL: with their schema, quoted where they must be.
 *
 * @param schema the schema alone, as written in SQL; empty in a script that finds them
 * where the session is
 * @param version the version table
 * @param journal the journal
 * @param lock the table of leases
 */
public record OwnTables(String schema, String version, String journal, String lock) {

	/**
	 * Return the bare name of a table for names of constraints.
	 * @param table one of the tables
	 * @return the last part, without quotes
	 */
	public String bare(String table) {
		String name = table.startsWith(this.schema + ".") ? table.substring(this.schema.length() + 1) : table;
		return name.replace("\"", "");
	}

}
