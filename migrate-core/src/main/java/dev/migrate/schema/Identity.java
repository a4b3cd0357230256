package dev.migrate.schema;

/**
 * How an identity column gets its numbers. Its sequence is part of it and stands nowhere
 * else.
 *
 * @param always whether a given value is refused ({@code GENERATED ALWAYS})
 * @param options the options of its sequence
 */
public record Identity(boolean always, SequenceOptions options) {
}
