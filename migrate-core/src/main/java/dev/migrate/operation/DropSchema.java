package dev.migrate.operation;

import dev.migrate.schema.Namespace;

/**
 * Drops a schema that is empty by then.
 *
 * @param namespace the schema
 */
public record DropSchema(Namespace namespace) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateSchema(this.namespace));
	}

	@Override
	public String summary() {
		return "drop schema " + this.namespace.name();
	}

}
