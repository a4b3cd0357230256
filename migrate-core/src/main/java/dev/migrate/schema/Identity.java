package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * How an identity column gets its numbers. Its sequence is part of it and stands nowhere
 * else.
 *
 * @param always whether a given value is refused ({@code GENERATED ALWAYS})
 * @param options the options of its sequence
 */
public record Identity(boolean always, SequenceOptions options) {

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Identity that && this.always == that.always && this.options.equals(that.options);
	}

	@Override
	public int hashCode() {
		return this.options.hashCode();
	}

}
