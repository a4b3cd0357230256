package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts. Where it stands now is data, not schema.
 *
 * @param type the type of its numbers, as the server formats it
 * @param start the first number
 * @param increment the step
 * @param minimum the lowest number
 * @param maximum the highest number
 * @param cache how many numbers a session takes at once
 * @param cycle whether it starts again at its end
 */
public record SequenceOptions(String type, long start, long increment, long minimum, long maximum, long cache,
		boolean cycle) {

	/**
	 * What PostgreSQL gives a {@code bigint} sequence that was created without options.
	 */
	public static final SequenceOptions BIGINT = new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false);

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SequenceOptions that && this.type.equals(that.type) && this.start == that.start
				&& this.increment == that.increment && this.minimum == that.minimum && this.maximum == that.maximum
				&& this.cache == that.cache && this.cycle == that.cycle;
	}

	@Override
	public int hashCode() {
		return 31 * this.type.hashCode() + Long.hashCode(this.start);
	}

}
