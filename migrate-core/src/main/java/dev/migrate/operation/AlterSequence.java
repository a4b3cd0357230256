package dev.migrate.operation;

import dev.migrate.schema.Sequence;

/**
 * Changes how a sequence counts and which column owns it. Where it stands stays.
 *
 * @param before the sequence as it was
 * @param after the sequence as it will be, under the same name
 */
public record AlterSequence(Sequence before, Sequence after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new AlterSequence(this.after, this.before));
	}

	@Override
	public String summary() {
		return "change sequence " + this.after.name();
	}

}
