package dev.migrate.revision;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the graph, {@code from:to}, both ends included in a history.
 *
 * @param from the older end, or null for base
 * @param to the newer end, or null for all heads; in a downgrade it is the older one
 */
public record Range(@Nullable Target from, @Nullable Target to) {

	/**
	 * Return where a movement along the range ends.
	 * @param direction which way
	 * @return the second end; if it is open, all heads of the branch or base
	 */
	public Target end(Direction direction) {
		if (this.to != null) {
			return this.to;
		}
		String branch = (this.from != null) ? this.from.branch() : null;
		return (direction == Direction.UPGRADE) ? new Target.Heads(branch) : Target.base();
	}

	/**
	 * Return the range as it is written.
	 */
	@Override
	public String toString() {
		return ((this.from == null) ? "" : this.from) + ":" + ((this.to == null) ? "" : this.to);
	}

}
