package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint, or another that is known by the server's text only (those of
 * PostgreSQL 18 WITHOUT OVERLAPS or over a PERIOD).
 *
 * @param name the constraint's name
 * @param definition what follows {@code ADD CONSTRAINT name}
 * @param comment the comment, or null if there is none
 */
public record Exclusion(String name, String definition, @Nullable String comment) implements TablePart {
}
