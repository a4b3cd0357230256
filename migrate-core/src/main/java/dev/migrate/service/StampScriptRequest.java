package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.Range;
import dev.migrate.revision.Target;
import org.jspecify.annotations.Nullable;

/**
 * Which stamp to write as a script.
 *
 * @param targets what the database is at afterwards, from where it is; empty with a range
 * @param range from where to where, whatever a database has: no connection is opened;
 * null to ask the database
 * @param dialect the database that it is for, as a user writes it; null for the one that
 * the application uses
 * @param tag what the user calls the run, for the journal, or null
 */
public record StampScriptRequest(List<Target> targets, @Nullable Range range, @Nullable String dialect,
		@Nullable String tag) {

	public StampScriptRequest {
		targets = List.copyOf(targets);
	}

}
