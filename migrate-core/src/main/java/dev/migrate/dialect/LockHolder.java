package dev.migrate.dialect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who holds the lock of a version table.
 *
 * @param description for people: process, application, address
 * @param since when it was taken (or its session began), or null if unknown
 * @param waitsFor which session holds up its statement, for people, or null if none does
 */
public record LockHolder(String description, @Nullable Instant since, @Nullable String waitsFor) {
}
