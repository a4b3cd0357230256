package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a column in its table.
 *
 * @param table the table's name
 * @param column the column's own name
 */
public record ColumnName(QualifiedName table, String column) implements Comparable<ColumnName> {

	@Override
	public int compareTo(ColumnName other) {
		int order = this.table.compareTo(other.table);
		return (order != 0) ? order : this.column.compareTo(other.column);
	}

	/**
	 * Return {@code schema.table.column} for messages: not quoted, not for SQL.
	 */
	@Override
	public String toString() {
		return this.table + "." + this.column;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ColumnName that && this.column.equals(that.column) && this.table.equals(that.table);
	}

	@Override
	public int hashCode() {
		return 31 * this.table.hashCode() + this.column.hashCode();
	}

}
