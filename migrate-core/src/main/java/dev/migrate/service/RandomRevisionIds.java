package dev.migrate.service;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import dev.migrate.revision.RevisionId;

/**
 * Makes ids of 12 random hex digits.
 */
public final class RandomRevisionIds implements Supplier<RevisionId> {

	private static final long BELOW = 1L << 48;

	private final RandomGenerator random;

	/**
	 * Create a source of ids.
	 * @param random a good one: two developers must not meet
	 */
	public RandomRevisionIds(RandomGenerator random) {
		this.random = random;
	}

	@Override
	public RevisionId get() {
		return RevisionId.of(String.format(Locale.ROOT, "%012x", this.random.nextLong(BELOW)));
	}

}
