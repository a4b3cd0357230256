package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Drops a column that no constraint or index of its table uses by then. What it held is
 * gone: its reverse gives the rows that are there a neutral value where NULL is refused.
 *
 * @param table the table
 * @param column the whole column
 */
public record DropColumn(QualifiedName table, Column column) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new AddColumn(this.table, this.column, NeutralValue.of(this.column)));
	}

	@Override
	public String summary() {
		return "drop column " + this.table + "." + this.column.name();
	}

}
