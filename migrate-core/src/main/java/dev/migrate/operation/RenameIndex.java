package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives an index another name.
 *
 * @param table the table or materialized view
 * @param from the old name
 * @param to the new name
 */
public record RenameIndex(QualifiedName table, String from, String to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameIndex(this.table, this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename index " + this.from + " on " + this.table + " to " + this.to;
	}

}
