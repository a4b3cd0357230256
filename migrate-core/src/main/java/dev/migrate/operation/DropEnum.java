package dev.migrate.operation;

import dev.migrate.schema.EnumType;

/**
 * Drops an enum type that no column uses by then.
 *
 * @param type the type
 */
public record DropEnum(EnumType type) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateEnum(this.type));
	}

	@Override
	public String summary() {
		return "drop enum type " + this.type.name();
	}

}
