package dev.migrate.schema;

/**
 * How a generated column is computed.
 *
 * @param expression in the server's words
 * @param stored whether it is computed when a row is written; else when it is read
 */
public record Generated(String expression, boolean stored) {
}
