package dev.migrate.service;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Range;
import dev.migrate.revision.Target;
import dev.migrate.run.ScriptForm;
import org.jspecify.annotations.Nullable;

/**
 * What to write as a script instead of running it.
 *
 * @param direction up or down
 * @param target where to, from where the database is; null on the way down takes back
 * what the folder does not have
 * @param range from where to where, whatever a database has: no connection is opened;
 * null to ask the database
 * @param form what the script expects of the database that it is run on
 * @param dialect the database that it is for, as a user writes it, for example
 * {@code postgresql:16}; null for the one that the application uses
 * @param tag what the user calls the run, for the journal, or null
 */
public record ScriptRequest(Direction direction, @Nullable Target target, @Nullable Range range, ScriptForm form,
		@Nullable String dialect, @Nullable String tag) {
}
