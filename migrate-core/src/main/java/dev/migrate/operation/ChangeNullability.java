package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

import org.jspecify.annotations.Nullable;

/**
 * Lets a column take NULL, or no longer.
 *
 * @param table the table
 * @param before the column as it was
 * @param after the column as it will be
 * @param fill what takes the place of NULL before it is refused, now or on the way back,
 * or null to fill nothing
 */
public record ChangeNullability(QualifiedName table, Column before, Column after,
		@Nullable FillValue fill) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeNullability(this.table, this.after, this.before, this.fill));
	}

	@Override
	public String summary() {
		return (this.after.nullable() ? "allow NULL in " : "refuse NULL in ") + this.table + "." + this.after.name();
	}

}
