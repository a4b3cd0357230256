package dev.migrate.operation;

import dev.migrate.schema.SchemaObject;

/**
 * Creates an object that is known by the text the server has of it: an extension,
 * composite type, view, routine, trigger, policy, rule or cast.
 *
 * @param object the object
 */
public record CreateObject(SchemaObject object) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropObject(this.object));
	}

	@Override
	public String summary() {
		return "create " + ObjectReference.to(this.object);
	}

}
