package dev.migrate.history;

/**
 * A value of a statement that the database works out: in a script it stands for what a
 * run measures.
 *
 * @param sql the expression, without parameters
 */
public record SqlExpression(String sql) {
}
