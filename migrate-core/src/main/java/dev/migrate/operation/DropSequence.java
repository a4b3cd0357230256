package dev.migrate.operation;

import dev.migrate.schema.Sequence;

/**
 * Drops a sequence that no default uses by then. Where it stood is lost.
 *
 * @param sequence the sequence
 */
public record DropSequence(Sequence sequence) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateSequence(this.sequence));
	}

	@Override
	public String summary() {
		return "drop sequence " + this.sequence.name();
	}

}
