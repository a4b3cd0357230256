package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.Target;

/**
 * What to mark as applied without running it.
 *
 * @param targets everything at or below them is applied afterwards, everything above on
 * the same line is not
 * @param purge whether all rows are removed first, unknown ones too
 * @param actor who asks
 */
public record StampRequest(List<Target> targets, boolean purge, String actor) {

	public StampRequest {
		targets = List.copyOf(targets);
	}

}
