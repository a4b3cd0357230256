package dev.migrate.operation;

import dev.migrate.schema.Namespace;

/**
 * Creates a schema.
 *
 * @param namespace the schema
 */
public record CreateSchema(Namespace namespace) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropSchema(this.namespace));
	}

	@Override
	public String summary() {
		return "create schema " + this.namespace.name();
	}

}
