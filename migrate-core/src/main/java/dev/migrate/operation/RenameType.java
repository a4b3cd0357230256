package dev.migrate.operation;

import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;

/**
 * Gives an enum type or domain another name in its schema.
 *
 * @param kind which of the two
 * @param from the old name
 * @param to the new name, in the same schema
 */
public record RenameType(ObjectKind kind, QualifiedName from, QualifiedName to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameType(this.kind, this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename type " + this.from + " to " + this.to;
	}

}
