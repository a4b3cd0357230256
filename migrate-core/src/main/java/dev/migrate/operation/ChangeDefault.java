package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Sets, replaces or takes away the default of a column.
 *
 * @param table the table
 * @param before the column as it was
 * @param after the column as it will be
 */
public record ChangeDefault(QualifiedName table, Column before, Column after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeDefault(this.table, this.after, this.before));
	}

	@Override
	public String summary() {
		return "change default of " + this.table + "." + this.after.name();
	}

}
