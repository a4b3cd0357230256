package dev.migrate.history;

import org.jspecify.annotations.Nullable;

/**
 * How to take a revision back without its file.
 *
 * @param mode how it runs
 * @param sql the statements as they were written; null if none were recorded
 * @param applicationVersion the version that applied it, which has the file or class
 */
public record RecordedDowngrade(DowngradeMode mode, @Nullable String sql, @Nullable String applicationVersion) {
}
