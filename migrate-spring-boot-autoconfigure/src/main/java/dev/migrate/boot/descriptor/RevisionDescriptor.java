package dev.migrate.boot.descriptor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.migrate.history.AppliedRevision;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import org.jspecify.annotations.Nullable;

/**
 * A revision as listings show it.
 *
 * @param revision its id
 * @param revises its parents; empty for a base
 * @param dependsOn ids or labels that must be applied before it
 * @param branchLabels the labels declared on it
 * @param message the first line of its comment
 * @param state between folder and database
 * @param appliedAt when it was applied, or null if it is not, or not wholly
 * @param executionTime in milliseconds, or null if it did not run
 * @param reversible whether a downgrade through it is possible
 * @param location where it can be opened, or null if only the database remembers it
 * @param failure how its last run failed, or null unless it did
 */
public record RevisionDescriptor(RevisionId revision, List<RevisionId> revises, List<String> dependsOn,
		List<String> branchLabels, String message, RevisionState state, @Nullable Instant appliedAt,
		@Nullable Long executionTime, boolean reversible, @Nullable String location,
		@Nullable String failure) implements Descriptor {

	public RevisionDescriptor {
		revises = List.copyOf(revises);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * Describe an entry of a status.
	 * @param entry the entry
	 * @return its JSON form
	 */
	public static RevisionDescriptor of(RevisionEntry entry) {
		Revision revision = entry.revision();
		AppliedRevision row = entry.row();
		return new RevisionDescriptor(revision.id(), revision.parents(), revision.dependsOn(), revision.branchLabels(),
				revision.message(), entry.state(), (row != null) ? row.appliedAt() : null,
				(row != null) ? row.executionMs() : null, entry.reversible(), entry.location(), failure(entry));
	}

	private static @Nullable String failure(RevisionEntry entry) {
		if (entry.unfinished() != null) {
			return entry.unfinished().describe();
		}
		return (entry.lastFailure() != null) ? entry.lastFailure().describe() : null;
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("revision", this.revision)
			.with("revises", this.revises)
			.with("dependsOn", this.dependsOn)
			.with("branchLabels", this.branchLabels)
			.with("message", this.message)
			.with("state", this.state)
			.with("appliedAt", this.appliedAt)
			.with("executionTime", this.executionTime)
			.with("reversible", this.reversible)
			.with("location", this.location)
			.with("failure", this.failure)
			.map();
	}

}
