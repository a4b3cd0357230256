package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Drops a constraint of a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record DropConstraint(QualifiedName table, TableConstraint constraint) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new AddConstraint(this.table, this.constraint));
	}

	@Override
	public String summary() {
		return "drop " + this.constraint.kind().words() + " " + this.constraint.name() + " of " + this.table;
	}

}
