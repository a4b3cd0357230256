package dev.migrate.operation;

import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Creates a table with its columns, constraints, indexes and comments.
 *
 * @param table the whole table
 * @param rows what it begins with, or null for no rows
 */
public record CreateTable(Table table, @Nullable MovedRows rows) implements Operation {

	/**
	 * Create a table without rows.
	 * @param table the whole table
	 */
	public CreateTable(Table table) {
		this(table, null);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropTable(this.table, this.rows));
	}

	@Override
	public String summary() {
		return "create table " + this.table.name();
	}

}
