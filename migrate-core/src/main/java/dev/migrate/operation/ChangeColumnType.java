package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column, its collation, and with them the default where its text
 * depends on the type.
 *
 * @param table the table
 * @param before the column as it was
 * @param after the column as it will be
 * @param using the expression that makes the new values, or null for the dialect's own
 * choice
 */
public record ChangeColumnType(QualifiedName table, Column before, Column after,
		@Nullable String using) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeColumnType(this.table, this.after, this.before, null));
	}

	@Override
	public String summary() {
		return "change type of " + this.table + "." + this.after.name() + " from " + this.before.type() + " to "
				+ this.after.type();
	}

}
