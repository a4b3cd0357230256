package dev.migrate.migration;

/**
 * Records what a Java revision does. A table is named by its name, or by schema and name
 * with a dot between.
 */
public interface Operations {

	void createTable(String name, TableElement... elements);

	/**
	 * Drop a table; its reverse is not known.
	 * @param name the table
	 */
	void dropTable(String name);

	/**
	 * Drop a table that can come back, without its rows.
	 * @param table as it was
	 */
	void dropTable(TableDefinition table);

	void renameTable(String from, String to);

	void addColumn(String table, ColumnDefinition column);

	/**
	 * Drop a column; its reverse is not known.
	 * @param table the table
	 * @param column its name
	 */
	void dropColumn(String table, String column);

	/**
	 * Drop a column that can come back, without what it held.
	 * @param table the table
	 * @param column as it was
	 */
	void dropColumn(String table, ColumnDefinition column);

	void renameColumn(String table, String from, String to);

	/**
	 * Change a column of which nothing else is known.
	 * @param table the table
	 * @param column its name
	 * @return records the changes
	 */
	ColumnAlteration alterColumn(String table, String column);

	/**
	 * Change a column so that every change can be taken back.
	 * @param table the table
	 * @param column as it was
	 * @return records the changes
	 */
	ColumnAlteration alterColumn(String table, ColumnDefinition column);

	/**
	 * Run SQL as it is written.
	 * @param sql one statement or several
	 */
	void execute(String sql);

	/**
	 * Run code on data, never on the schema. A plan shows its description.
	 * @param description what it does, on one line; part of the checksum, as the code
	 * can't be
	 * @param code the code
	 */
	void run(String description, JdbcCode code);

	/**
	 * Run code on data with what the command was given as {@code -x key=value}.
	 * @param description what it does, on one line
	 * @param code the code
	 */
	void run(String description, dev.migrate.sql.JdbcWork code);

	/**
	 * Run all of this method outside a transaction: for what the database refuses inside
	 * one.
	 */
	void outsideTransaction();

	/**
	 * Say that there is no way back. In a downgrade only.
	 * @param reason why, in a few words
	 */
	void irreversible(String reason);

	/**
	 * Record the reverse of what the upgrade recorded, last first. In a downgrade only.
	 */
	void reverse();

}
