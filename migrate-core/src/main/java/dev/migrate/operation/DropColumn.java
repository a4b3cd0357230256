package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Drops a column that no constraint or index of its table uses by then. What it held is
 * gone: its reverse gives the rows that are there something else.
 *
 * @param table the table
 * @param column the whole column
 * @param fill what rows get when it comes back, or null for nothing of its own
 */
public record DropColumn(QualifiedName table, Column column, @Nullable FillValue fill) implements Operation {

	/**
	 * Drop a column that comes back with a neutral value where it refuses NULL.
	 * @param table the table
	 * @param column the whole column
	 */
	public DropColumn(QualifiedName table, Column column) {
		this(table, column, neutral(column));
	}

	private static @Nullable FillValue neutral(Column column) {
		String literal = NeutralValue.of(column, new AllowedValues(List.of()));
		return (literal != null) ? new FillValue.Expression(literal) : null;
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new AddColumn(this.table, this.column, this.fill));
	}

	@Override
	public String summary() {
		return "drop column " + this.table + "." + this.column.name();
	}

}
