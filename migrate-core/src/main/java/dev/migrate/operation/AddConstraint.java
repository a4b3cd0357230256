package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Adds a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(QualifiedName table, TableConstraint constraint) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropConstraint(this.table, this.constraint));
	}

	@Override
	public String summary() {
		return "add " + this.constraint.kind().words() + " " + this.constraint.name() + " to " + this.table;
	}

}
