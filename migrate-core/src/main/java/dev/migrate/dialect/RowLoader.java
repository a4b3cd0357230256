package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into tables. Used by one thread, in one transaction.
 */
public interface RowLoader {

	/**
	 * Let a foreign key wait: the rows that it refers to come later.
	 * @param table that has the key
	 * @param key which
	 * @throws SQLException if the database refuses
	 */
	void later(Table table, ForeignKey key) throws SQLException;

	/**
	 * Put rows into a table. Rows may refer to rows of the same table that come later.
	 * @param table which
	 * @param columns in the order of the texts
	 * @param rows where from
	 * @return the row that was refused, or null if all were taken
	 * @throws SQLException if the database refuses, and no row is at fault
	 */
	@Nullable RefusedRow insert(Table table, List<Column> columns, RowSource rows) throws SQLException;

	/**
	 * Check what had to wait.
	 * @return a row that was refused, or null if all hold
	 * @throws SQLException if the database refuses, and no row is at fault
	 */
	@Nullable RefusedRow finish() throws SQLException;

	/**
	 * Let new rows get values past the largest of a column. Nothing is ever moved back.
	 * Where DDL commits, to be called after the commit.
	 * @param table which
	 * @param column a number
	 * @param sequence that the column gets its values from, or null for its identity
	 * @return the largest value, or null if nothing had to be moved
	 * @throws SQLException if the database refuses
	 */
	@Nullable Long moveOn(QualifiedName table, Column column, @Nullable QualifiedName sequence) throws SQLException;

}
