package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Changes the expression that a column is computed by, or makes it computed or ordinary.
 * Where no other way exists the column is dropped and added: what it holds is computed
 * again or lost.
 *
 * @param table the table
 * @param before the column as it was
 * @param after the column as it will be
 */
public record ChangeGenerated(QualifiedName table, Column before, Column after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeGenerated(this.table, this.after, this.before));
	}

	@Override
	public String summary() {
		return "change generation of " + this.table + "." + this.after.name();
	}

}
