package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives a label of an enum type another name, and with it every row that holds it.
 *
 * @param type the enum type
 * @param from the old label
 * @param to the new label
 */
public record RenameEnumValue(QualifiedName type, String from, String to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameEnumValue(this.type, this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename value " + this.from + " of enum type " + this.type + " to " + this.to;
	}

}
