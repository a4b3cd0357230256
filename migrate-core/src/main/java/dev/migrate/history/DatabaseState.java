package dev.migrate.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
		List<RevisionId> ids = new ArrayList<>(this.rows.size());
		for (AppliedRevision row : this.rows) {
			ids.add(row.id());
		}
		return Applied.of(ids);
	}

	/**
	 * Tell whether what a plan was made from is still so.
	 * @param earlier what was read before
	 * @return true if the same revisions are there with the same checksums, and nothing
	 * is or was unfinished
	 */
	public boolean isStill(DatabaseState earlier) {
		if (this.tablesExist != earlier.tablesExist || this.rows.size() != earlier.rows.size()
				|| !this.unfinished.isEmpty() || !earlier.unfinished.isEmpty()) {
			return false;
		}
		for (int index = 0; index < this.rows.size(); index++) {
			AppliedRevision row = this.rows.get(index);
			AppliedRevision before = earlier.rows.get(index);
			if (!row.id().equals(before.id()) || !Objects.equals(row.checksum(), before.checksum())
					|| !Objects.equals(row.appliedAt(), before.appliedAt())
					|| !Objects.equals(row.replacedBy(), before.replacedBy())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the rows by id.
	 * @return ordered by id
	 */
	public Map<RevisionId, AppliedRevision> byId() {
		Map<RevisionId, AppliedRevision> byId = new LinkedHashMap<>();
		RevisionId last = null;
		for (AppliedRevision row : this.rows) {
			if (last != null && row.id().compareTo(last) < 0) {
				// The database has an order of its own.
				return sorted();
			}
			last = row.id();
			byId.put(last, row);
		}
		return byId;
	}

	private Map<RevisionId, AppliedRevision> sorted() {
		Map<RevisionId, AppliedRevision> sorted = new TreeMap<>();
		for (AppliedRevision row : this.rows) {
			sorted.put(row.id(), row);
		}
		return sorted;
	}

}
