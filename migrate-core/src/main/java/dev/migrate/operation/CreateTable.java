package dev.migrate.operation;

import dev.migrate.schema.Table;

/**
 * Creates a table with its columns, constraints, indexes and comments.
 *
 * @param table the whole table
 */
public record CreateTable(Table table) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropTable(this.table));
	}

	@Override
	public String summary() {
		return "create table " + this.table.name();
	}

}
