package dev.migrate.operation;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * Creates an index that belongs to no constraint.
 *
 * @param table the table or materialized view
 * @param index the index
 * @param mode how it is built
 */
public record CreateIndex(QualifiedName table, Index index, IndexMode mode) implements Operation {

	public CreateIndex(QualifiedName table, Index index) {
		this(table, index, IndexMode.ORDINARY);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropIndex(this.table, this.index, this.mode));
	}

	@Override
	public String summary() {
		return "create " + (this.index.unique() ? "unique " : "") + "index " + this.index.name() + " on " + this.table;
	}

}
