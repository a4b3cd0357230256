package dev.migrate.schema;

import java.util.Comparator;

/**
 * The name of a column in its table.
 *
 * @param table the table's name
 * @param column the column's own name
 */
public record ColumnName(QualifiedName table, String column) implements Comparable<ColumnName> {

	private static final Comparator<ColumnName> ORDER = Comparator.comparing(ColumnName::table)
		.thenComparing(ColumnName::column);

	@Override
	public int compareTo(ColumnName other) {
		return ORDER.compare(this, other);
	}

	/**
	 * Return {@code schema.table.column} for messages: not quoted, not for SQL.
	 */
	@Override
	public String toString() {
		return this.table + "." + this.column;
	}

}
