package dev.migrate.revision;

import java.util.List;

import dev.migrate.error.SourceLocation;

/**
 * One node of the graph, as its header declares it.
 *
 * @param id its name
 * @param parents what it revises, in written order; empty for a base, several for a merge
 * @param dependsOn ids or branch labels, as written, that must be applied before it
 * @param branchLabels the labels declared on this very revision
 * @param message the first line of its comment; may be empty
 * @param replaces the revisions that it stands for, if it is a squash
 * @param location where its header stands
 */
public record Revision(RevisionId id, List<RevisionId> parents, List<String> dependsOn, List<String> branchLabels,
		String message, List<RevisionId> replaces, SourceLocation location) {

	public Revision {
		parents = List.copyOf(parents);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
		replaces = List.copyOf(replaces);
	}

	/**
	 * Tell whether it starts a history: it revises nothing.
	 * @return whether it is a base
	 */
	public boolean isBase() {
		return this.parents.isEmpty();
	}

	/**
	 * Return it as messages name it: {@code id "message" (file:line)}.
	 * @return one line
	 */
	public String describe() {
		String quoted = this.message.isEmpty() ? "" : " \"" + this.message + "\"";
		return this.id + quoted + " (" + this.location + ")";
	}

}
