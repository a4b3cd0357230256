package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives a column another name.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameColumn(QualifiedName table, String from, String to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameColumn(this.table, this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename column " + this.table + "." + this.from + " to " + this.to;
	}

}
