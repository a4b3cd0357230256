package dev.migrate.operation;

import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table that nothing refers to by then.
 *
 * @param table the whole table
 * @param rows where its rows live on, or null if they are lost
 */
public record DropTable(Table table, @Nullable MovedRows rows) implements Operation {

	/**
	 * Drop a table with its rows.
	 * @param table the whole table
	 */
	public DropTable(Table table) {
		this(table, null);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateTable(this.table, this.rows));
	}

	@Override
	public String summary() {
		return "drop table " + this.table.name();
	}

}
