package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.EnumType;

/**
 * Adds a label to an enum type. PostgreSQL refuses its use until the transaction has
 * committed, and knows no way to take it back: the reverse rebuilds the type.
 *
 * @param before the type as it was
 * @param label the new label
 * @param position where it goes among the labels, from 0
 * @param uses what has to follow when the type is rebuilt
 */
public record AddEnumValue(EnumType before, String label, int position, TypeUses uses) implements Operation {

	/**
	 * Return the type with the label in its place.
	 * @return the type as it will be
	 */
	public EnumType after() {
		List<String> labels = new ArrayList<>(this.before.labels());
		labels.add(this.position, this.label);
		return new EnumType(this.before.name(), labels, this.before.comment());
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new RebuildEnum(after(), this.before, this.uses));
	}

	@Override
	public String summary() {
		return "add value " + this.label + " to enum type " + this.before.name();
	}

}
