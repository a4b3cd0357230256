package dev.migrate.revision;

/**
 * A gap in what is applied.
 *
 * @param pending the revision that is missing in the database
 * @param applied the revision above it that the database has
 */
public record Hole(Revision pending, Revision applied) {

}
