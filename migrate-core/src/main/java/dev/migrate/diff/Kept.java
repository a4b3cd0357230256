package dev.migrate.diff;

import dev.migrate.operation.ObjectReference;

/**
 * Something that only the actual side has and that is left alone.
 *
 * @param object what it is
 * @param part the part of it that is meant ({@code default}, {@code comment}), or empty
 * for the whole
 * @param reason why, in words for the user
 */
public record Kept(ObjectReference object, String part, String reason) {

	/**
	 * Return it on one line, without the reason.
	 */
	@Override
	public String toString() {
		return this.part.isEmpty() ? this.object.toString() : this.part + " of " + this.object;
	}

}
