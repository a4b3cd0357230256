package dev.migrate.operation;

import java.util.List;

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
 * @param constants the literals that the numbers from 0 on stand for, where such numbers
 * become text or text becomes them; else empty
 */
public record ChangeColumnType(QualifiedName table, Column before, Column after, @Nullable String using,
		List<String> constants) implements Operation {

	public ChangeColumnType {
		constants = List.copyOf(constants);
	}

	/**
	 * Create a change of numbers and texts that stand for nothing.
	 * @param table the table
	 * @param before the column as it was
	 * @param after the column as it will be
	 * @param using the expression that makes the new values, or null for the dialect's
	 * own choice
	 */
	public ChangeColumnType(QualifiedName table, Column before, Column after, @Nullable String using) {
		this(table, before, after, using, List.of());
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeColumnType(this.table, this.after, this.before, null, this.constants));
	}

	/**
	 * Return the expression that makes the new values.
	 * @param column the name of the column, as SQL
	 * @return the expression, or null for the dialect's own choice
	 */
	public @Nullable String conversion(String column) {
		if (this.using != null || this.constants.isEmpty()) {
			return this.using;
		}
		boolean toNumbers = this.after.type().isWholeNumber();
		StringBuilder sql = new StringBuilder("CASE ").append(column);
		for (int number = 0; number < this.constants.size(); number++) {
			String constant = this.constants.get(number);
			sql.append(" WHEN ").append(toNumbers ? constant : number);
			sql.append(" THEN ").append(toNumbers ? number : constant);
		}
		return sql.append(" END").toString();
	}

	@Override
	public String summary() {
		return "change type of " + this.table + "." + this.after.name() + " from " + this.before.type() + " to "
				+ this.after.type();
	}

}
