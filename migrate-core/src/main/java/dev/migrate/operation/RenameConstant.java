package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Gives the rows that hold one text in a column another: the constant that it stands for
 * has another name.
 *
 * @param table the table
 * @param column the name of the column
 * @param from the old name of the constant
 * @param to the new name, which no row holds yet
 */
public record RenameConstant(QualifiedName table, String column, String from, String to) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RenameConstant(this.table, this.column, this.to, this.from));
	}

	@Override
	public String summary() {
		return "rename constant " + this.from + " of " + this.table + "." + this.column + " to " + this.to;
	}

}
