package dev.migrate.operation;

import dev.migrate.schema.EnumType;

/**
 * Creates an enum type.
 *
 * @param type the type
 */
public record CreateEnum(EnumType type) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropEnum(this.type));
	}

	@Override
	public String summary() {
		return "create enum type " + this.type.name();
	}

}
