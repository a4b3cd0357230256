package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.RevisionId;

/**
 * What a stamp changed.
 *
 * @param from the heads before
 * @param to the heads after
 * @param added rows that were written, in the order of an upgrade
 * @param removed rows that were deleted, in the order of a downgrade
 */
public record StampReport(List<RevisionId> from, List<RevisionId> to, List<RevisionId> added,
		List<RevisionId> removed) {

	public StampReport {
		from = List.copyOf(from);
		to = List.copyOf(to);
		added = List.copyOf(added);
		removed = List.copyOf(removed);
	}

}
