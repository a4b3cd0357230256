package dev.migrate.plan;

import java.util.List;

import dev.migrate.history.VersionRow;
import dev.migrate.revision.RevisionId;

/**
 * What a stamp would change.
 *
 * @param from the heads before
 * @param to the heads after
 * @param removed rows that go, those that stand on others first
 * @param added rows that come, in the order of an upgrade
 */
public record StampPlan(List<RevisionId> from, List<RevisionId> to, List<RevisionId> removed, List<VersionRow> added) {

	public StampPlan {
		from = List.copyOf(from);
		to = List.copyOf(to);
		removed = List.copyOf(removed);
		added = List.copyOf(added);
	}

	/**
	 * Tell whether nothing changes.
	 * @return true if no row comes or goes
	 */
	public boolean isEmpty() {
		return this.removed.isEmpty() && this.added.isEmpty();
	}

}
