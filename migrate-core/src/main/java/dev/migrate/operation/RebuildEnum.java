package dev.migrate.operation;

import dev.migrate.schema.EnumType;

/**
 * Replaces an enum type by one with other labels: new type, cast of every column, swap.
 * Fails if a row holds a label that is gone.
 *
 * @param before the type as it was
 * @param after the type as it will be, under the same name
 * @param uses what has to follow
 */
public record RebuildEnum(EnumType before, EnumType after, TypeUses uses) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RebuildEnum(this.after, this.before, this.uses));
	}

	@Override
	public String summary() {
		return "rebuild enum type " + this.after.name();
	}

}
