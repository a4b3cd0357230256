package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows.
 *
 * @param table the table
 * @param columns the columns, in order
 * @param rows a value for each column
 * @param reversal what takes them out again, or null if nothing is known to
 */
public record InsertRows(QualifiedName table, List<String> columns, List<List<Literal>> rows,
		@Nullable ExecuteSql reversal) implements Operation {

	public InsertRows {
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
	}

	public InsertRows(QualifiedName table, List<String> columns, List<List<Literal>> rows) {
		this(table, columns, rows, null);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return (this.reversal != null) ? Reversal.by(this.reversal)
				: new Reversal.Impossible("which rows to delete can't be told from those that were there");
	}

	@Override
	public String summary() {
		return "insert " + this.rows.size() + ((this.rows.size() == 1) ? " row into " : " rows into ") + this.table;
	}

}
