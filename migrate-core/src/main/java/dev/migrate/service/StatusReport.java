package dev.migrate.service;

import java.util.List;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * Folder and database, side by side.
 *
 * @param server which server answered
 * @param dialect its word in section lines
 * @param url where it is, without user and password
 * @param schema where our tables are or would be
 * @param tablesExist whether our tables are there
 * @param current the applied heads
 * @param heads the folder's heads
 * @param revisions every revision of folder and database, in the order of `db history`:
 * newest first
 * @param running what another run is at now, or null if nobody holds the lock
 * @param leftovers what failed statements outside transactions left, one sentence each
 */
public record StatusReport(ServerVersion server, String dialect, String url, String schema, boolean tablesExist,
		List<RevisionId> current, List<Revision> heads, List<RevisionEntry> revisions, @Nullable RunInProgress running,
		List<String> leftovers) {

	public StatusReport {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		revisions = List.copyOf(revisions);
		leftovers = List.copyOf(leftovers);
	}

	/**
	 * Return the entries in a state.
	 * @param state which
	 * @return in the order of the listing
	 */
	public List<RevisionEntry> in(RevisionState state) {
		return this.revisions.stream().filter((entry) -> entry.state() == state).toList();
	}

	/**
	 * Return what the database has.
	 * @return the ids of its rows
	 */
	public Applied applied() {
		return Applied.of(this.revisions.stream()
			.filter((entry) -> entry.row() != null)
			.map((entry) -> entry.revision().id())
			.toList());
	}

	/**
	 * Tell whether nothing is to be done.
	 * @return true if nothing is pending, failed or changed
	 */
	public boolean upToDate() {
		return in(RevisionState.PENDING).isEmpty() && in(RevisionState.FAILED).isEmpty()
				&& in(RevisionState.CHANGED).isEmpty();
	}

}
