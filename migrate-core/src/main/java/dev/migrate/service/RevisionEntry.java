package dev.migrate.service;

import dev.migrate.history.AppliedRevision;
import dev.migrate.history.FailedRun;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision as listings show it.
 *
 * @param revision the revision
 * @param state between folder and database
 * @param row what the version table says, or null if it is not applied
 * @param unfinished how far it got, or null unless it failed
 * @param lastFailure the last run of it, if that failed and nothing of it remained; else
 * null
 * @param reversible whether a downgrade through it is possible
 * @param location where it can be opened, or null if only the database remembers it
 */
public record RevisionEntry(Revision revision, RevisionState state, @Nullable AppliedRevision row,
		@Nullable UnfinishedStep unfinished, @Nullable FailedRun lastFailure, boolean reversible,
		@Nullable String location) {
}
