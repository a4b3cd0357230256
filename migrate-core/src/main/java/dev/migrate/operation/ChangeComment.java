package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

/**
 * Sets, replaces or takes away a comment.
 *
 * @param object what it is on
 * @param before the old comment, or null if there is none
 * @param after the new comment, or null for none
 */
public record ChangeComment(ObjectReference object, @Nullable String before,
		@Nullable String after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new ChangeComment(this.object, this.after, this.before));
	}

	@Override
	public String summary() {
		return "change comment of " + this.object;
	}

}
