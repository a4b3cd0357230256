package dev.migrate.migration;

import java.util.List;

import dev.migrate.operation.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Records what concerns a table. What is dropped by name alone is gone for
 * {@link Operations#reverse()} too; dropped with its definition it can come back, though
 * never with its rows.
 */
public interface TableOperations {

	void createTable(String name, TableElement... elements);

	void dropTable(String name);

	/**
	 * Drop a table that can come back.
	 * @param table as it was
	 */
	void dropTable(TableDefinition table);

	/**
	 * Give a table another name, another schema, or both.
	 * @param from the old name
	 * @param to the new name
	 */
	void renameTable(String from, String to);

	/**
	 * Comment on a table; what stood there is not known to a reverse.
	 * @param table the table
	 * @param text the comment, or null for none
	 */
	void commentOnTable(String table, @Nullable String text);

	/**
	 * Replace the comment on a table.
	 * @param table the table
	 * @param was the comment before, or null if there was none
	 * @param text the comment, or null for none
	 */
	void commentOnTable(String table, @Nullable String was, @Nullable String text);

	void addColumn(String table, ColumnDefinition column);

	void dropColumn(String table, String column);

	/**
	 * Drop a column that can come back.
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
	 * Add a primary key, unique constraint, foreign key, check or exclusion.
	 * @param table the table
	 * @param constraint such as {@code unique("email")}
	 */
	void addConstraint(String table, ConstraintDefinition constraint);

	void dropConstraint(String table, String name);

	/**
	 * Drop a constraint that can come back.
	 * @param table the table
	 * @param constraint as it was
	 */
	void dropConstraint(String table, ConstraintDefinition constraint);

	void renameConstraint(String table, String from, String to);

	void createIndex(String table, String... columns);

	void createIndex(String table, IndexDefinition index);

	/**
	 * Build an index beside the work of others, where the database can. In a revision
	 * that runs {@link Operations#outsideTransaction()}.
	 * @param table the table
	 * @param index the index
	 */
	void createIndexConcurrently(String table, IndexDefinition index);

	void dropIndex(String table, String name);

	/**
	 * Drop an index that can come back.
	 * @param table the table
	 * @param index as it was
	 */
	void dropIndex(String table, IndexDefinition index);

	/**
	 * Drop an index beside the work of others, where the database can. In a revision that
	 * runs {@link Operations#outsideTransaction()}.
	 * @param table the table
	 * @param index as it was
	 */
	void dropIndexConcurrently(String table, IndexDefinition index);

	void renameIndex(String table, String from, String to);

	/**
	 * Insert rows, as literals of the database. Into a table that the same revision
	 * creates they need no way back: they go with it.
	 * @param table the table
	 * @param columns the columns
	 * @param rows such as {@code row("CS101", 5)}, a value for each column
	 * @return takes what takes them out again
	 */
	Execution bulkInsert(String table, List<String> columns, List<List<Literal>> rows);

}
