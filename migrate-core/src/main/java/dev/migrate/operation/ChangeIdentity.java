package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Makes a column an identity, changes how it counts, or makes it an ordinary column.
 *
 * @param table the table
 * @param before the column as it was
 * @param after the column as it will be
 */
public record ChangeIdentity(QualifiedName table, Column before, Column after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeIdentity(this.table, this.after, this.before));
	}

	@Override
	public String summary() {
		return "change identity of " + this.table + "." + this.after.name();
	}

}
