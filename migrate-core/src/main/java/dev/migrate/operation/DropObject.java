package dev.migrate.operation;

import dev.migrate.schema.SchemaObject;

/**
 * Drops an object that is known by the text the server has of it.
 *
 * @param object the object
 */
public record DropObject(SchemaObject object) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateObject(this.object));
	}

	@Override
	public String summary() {
		return "drop " + ObjectReference.to(this.object);
	}

}
