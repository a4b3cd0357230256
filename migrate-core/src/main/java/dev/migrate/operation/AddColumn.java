package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

import org.jspecify.annotations.Nullable;

/**
 * Adds a column. Without a fill it is one statement, and the rows that are there get the
 * default; with one the column is added nullable, filled, and closed.
 *
 * @param table the table
 * @param column the whole column
 * @param fill what existing rows get, or null for nothing of its own
 */
public record AddColumn(QualifiedName table, Column column, @Nullable FillValue fill) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropColumn(this.table, this.column, this.fill));
	}

	@Override
	public String summary() {
		return "add column " + this.table + "." + this.column.name();
	}

}
