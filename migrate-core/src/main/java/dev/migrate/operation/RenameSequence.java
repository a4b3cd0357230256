package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives a sequence another name in its schema.
 *
 * @param from the old name
 * @param to the new name, in the same schema
 */
public record RenameSequence(QualifiedName from, QualifiedName to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameSequence(this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename sequence " + this.from + " to " + this.to;
	}

}
