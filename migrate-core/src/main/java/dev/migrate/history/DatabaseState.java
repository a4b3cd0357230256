package dev.migrate.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.revision.Applied;
import dev.migrate.revision.RevisionId;

/**
 * What a database says of itself when it is read once.
 *
 * @param tablesExist whether our tables are there
 * @param rows the version table, ordered by id
 * @param unfinished revisions whose run outside a transaction did not end
 * @param recorded how to take revisions back without their files, for those that were
 * asked for
 */
public record DatabaseState(boolean tablesExist, List<AppliedRevision> rows, List<UnfinishedStep> unfinished,
		Map<RevisionId, RecordedDowngrade> recorded) {

	/** A database that no revision was ever applied to. */
	public static final DatabaseState EMPTY = new DatabaseState(false, List.of(), List.of(), Map.of());

	public DatabaseState {
		rows = List.copyOf(rows);
		unfinished = List.copyOf(unfinished);
		recorded = Map.copyOf(recorded);
	}

	/**
	 * Return the applied set. Unfinished revisions count: they are no longer pending.
	 * @return the ids of all rows
	 */
	public Applied applied() {
		return Applied.of(this.rows.stream().map(AppliedRevision::id).toList());
	}

	/**
	 * Return the rows by id.
	 * @return ordered by id
	 */
	public Map<RevisionId, AppliedRevision> byId() {
		Map<RevisionId, AppliedRevision> byId = new TreeMap<>();
		this.rows.forEach((row) -> byId.put(row.id(), row));
		return byId;
	}

}
