package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a new revision is to be.
 *
 * @param message one line
 * @param parents what it revises; empty for the one head
 * @param splice whether a parent may be something else than a head
 * @param branchLabels labels of the new revision
 * @param dependsOn ids, prefixes or labels that must be applied before it
 * @param id its id, or null for a random one
 */
public record NewRevisionRequest(String message, List<Target> parents, boolean splice, List<String> branchLabels,
		List<String> dependsOn, @Nullable RevisionId id) {

	public NewRevisionRequest {
		parents = List.copyOf(parents);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

}
