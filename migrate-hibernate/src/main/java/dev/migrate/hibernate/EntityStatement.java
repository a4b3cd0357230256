package dev.migrate.hibernate;

/**
 * One statement that helps to create the entities' schema.
 *
 * @param sql without a terminator
 * @param path the entity or attribute it is for, so that a statement which the server
 * refuses can be named in the user's words; empty for a schema
 */
public record EntityStatement(String sql, String path) {
}
