package dev.migrate.schema;

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

}
