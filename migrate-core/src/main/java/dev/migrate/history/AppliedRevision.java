package dev.migrate.history;

import java.time.Instant;
import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the version table, without the recorded SQL.
 *
 * @param revision the revision as it was when it was applied; its location is the version
 * table
 * @param checksum algorithm number, colon, digest; null after a stamp without the file
 * @param appliedAt when it was applied; null while it is claimed but not finished
 * @param appliedBy who ran it
 * @param executionMs how long it took, or null if it did not run (stamp)
 * @param applicationVersion the version of the application that ran it
 * @param downgradeMode how it can be taken back without its file
 * @param replacedBy the squash revision that took its place
 */
public record AppliedRevision(Revision revision, @Nullable String checksum, @Nullable Instant appliedAt,
		@Nullable String appliedBy, @Nullable Long executionMs, @Nullable String applicationVersion,
		DowngradeMode downgradeMode, @Nullable RevisionId replacedBy) {

	/**
	 * Return the id.
	 * @return the revision's id
	 */
	public RevisionId id() {
		return this.revision.id();
	}

	/**
	 * Tell whether a run of it began outside a transaction and did not end.
	 * @return true if it waits for a decision
	 */
	public boolean unfinished() {
		return this.appliedAt == null;
	}

	/**
	 * Make the revision that a row remembers.
	 * @param id its id
	 * @param parents its parents
	 * @param dependsOn its dependencies
	 * @param labels its labels
	 * @param message its message
	 * @return a revision located in the version table
	 */
	public static Revision remembered(RevisionId id, List<RevisionId> parents, List<String> dependsOn,
			List<String> labels, String message) {
		return new Revision(id, parents, dependsOn, labels, message, List.of(), SourceLocation.of("the database"));
	}

}
