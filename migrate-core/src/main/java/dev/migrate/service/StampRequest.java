package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.Target;
import org.jspecify.annotations.Nullable;

/**
 * What to mark as applied without running it.
 *
 * @param targets everything at or below them is applied afterwards, everything above on
 * the same line is not
 * @param purge whether all rows are removed first, unknown ones too
 * @param actor who asks
 * @param tag what the user calls the run, for the journal, or null
 */
public record StampRequest(List<Target> targets, boolean purge, String actor, @Nullable String tag) {

	public StampRequest {
		targets = List.copyOf(targets);
	}

	public StampRequest(List<Target> targets, boolean purge, String actor) {
		this(targets, purge, actor, null);
	}

	/** Return what the journal says when a stamp begins. */
	static String detail(List<Target> targets, @Nullable String tag) {
		return "to " + targets + ((tag != null) ? ", tag " + tag : "");
	}

}
