package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives a table another name, another schema or both.
 *
 * @param from the old name
 * @param to the new name
 */
public record RenameTable(QualifiedName from, QualifiedName to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameTable(this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename table " + this.from + " to " + this.to;
	}

}
