package dev.migrate.operation;

import dev.migrate.schema.Table;

/**
 * Drops a table that nothing refers to by then.
 *
 * @param table the whole table
 */
public record DropTable(Table table) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateTable(this.table));
	}

	@Override
	public String summary() {
		return "drop table " + this.table.name();
	}

}
