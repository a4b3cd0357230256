package dev.migrate.operation;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * Drops an index that belongs to no constraint.
 *
 * @param table the table or materialized view
 * @param index the index
 * @param mode how it goes
 */
public record DropIndex(QualifiedName table, Index index, IndexMode mode) implements Operation {

	public DropIndex(QualifiedName table, Index index) {
		this(table, index, IndexMode.ORDINARY);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateIndex(this.table, this.index, this.mode));
	}

	@Override
	public String summary() {
		return "drop " + (this.index.unique() ? "unique " : "") + "index " + this.index.name() + " on " + this.table;
	}

}
