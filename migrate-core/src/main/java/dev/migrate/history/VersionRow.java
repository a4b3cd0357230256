package dev.migrate.history;

import dev.migrate.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What is written down when a revision is claimed.
 *
 * @param revision the revision
 * @param checksum of the statements that run, or null if there are none to know
 * @param appliedBy who runs it
 * @param applicationVersion the version of the application, or null if it has none
 * @param downgradeSql the downgrade as written, or null if there is none to record
 * @param downgradeMode how it can be taken back
 */
public record VersionRow(Revision revision, @Nullable String checksum, String appliedBy,
		@Nullable String applicationVersion, @Nullable String downgradeSql, DowngradeMode downgradeMode) {
}
