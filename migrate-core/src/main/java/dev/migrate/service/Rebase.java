package dev.migrate.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import org.jspecify.annotations.Nullable;

/**
 * A branch that is to stand on another head.
 *
 * @param branch its revisions, oldest first
 * @param onto the head that it is moved to
 * @param parents what is to be changed: the new parents of revisions
 */
public record Rebase(List<Revision> branch, Revision onto, SortedMap<RevisionId, List<RevisionId>> parents) {

	public Rebase {
		branch = List.copyOf(branch);
		parents = new TreeMap<>(parents);
	}

	/**
	 * Plan a move.
	 * @param graph all revisions
	 * @param head the end of the branch, or null for the only head beside the other
	 * @param onto where to
	 * @return what has to be changed; nothing if the branch stands there already
	 * @throws MigrateException with USAGE or UNKNOWN_TARGET if it makes no sense
	 */
	public static Rebase plan(RevisionGraph graph, @Nullable Target head, Target onto) {
		Revision target = one(graph, onto, "--onto");
		Revision end = (head != null) ? one(graph, head, "The branch") : other(graph, target);
		Set<RevisionId> below = graph.ancestors(List.of(target.id()))
			.stream()
			.map(Revision::id)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		List<Revision> branch = new ArrayList<>(graph.ancestors(List.of(end.id())));
		branch.removeIf((revision) -> below.contains(revision.id()));
		Collections.reverse(branch);
		Set<RevisionId> moved = branch.stream().map(Revision::id).collect(Collectors.toSet());
		SortedMap<RevisionId, List<RevisionId>> parents = new TreeMap<>();
		for (Revision revision : branch) {
			Set<RevisionId> now = new LinkedHashSet<>();
			revision.parents().forEach((parent) -> now.add(moved.contains(parent) ? parent : target.id()));
			if (revision.isBase()) {
				now.add(target.id());
			}
			if (!List.copyOf(now).equals(revision.parents())) {
				parents.put(revision.id(), List.copyOf(now));
			}
		}
		check(graph, parents);
		return new Rebase(branch, target, parents);
	}

	private static Revision one(RevisionGraph graph, Target target, String what) {
		List<Revision> found = graph.resolve(target, Applied.none())
			.stream()
			.flatMap((id) -> graph.find(id).stream())
			.toList();
		if (found.size() != 1) {
			throw new MigrateException(ErrorCode.USAGE, what + " is not one revision.", "`db heads` lists the heads.");
		}
		return found.get(0);
	}

	private static Revision other(RevisionGraph graph, Revision target) {
		List<Revision> others = graph.heads().stream().filter((head) -> !head.id().equals(target.id())).toList();
		if (others.size() != 1) {
			throw new MigrateException(ErrorCode.USAGE, "Which branch is to be moved? Beside " + target.id() + " there "
					+ (others.isEmpty() ? "is no other head." : "are the heads "
							+ others.stream().map((head) -> head.id().value()).collect(Collectors.joining(", ")) + "."),
					"Name its last revision: db rebase REV --onto " + target.id());
		}
		return others.get(0);
	}

	// Whatever would break the graph is found before a file is touched.
	private static void check(RevisionGraph graph, Map<RevisionId, List<RevisionId>> parents) {
		RevisionGraph.of(graph.revisions()
			.stream()
			.map((revision) -> new Revision(revision.id(), parents.getOrDefault(revision.id(), revision.parents()),
					revision.dependsOn(), revision.branchLabels(), revision.message(), revision.replaces(),
					revision.location()))
			.toList());
	}

	/**
	 * Tell whether there is nothing to change.
	 * @return true if the branch stands on that head already
	 */
	public boolean isEmpty() {
		return this.parents.isEmpty();
	}

}
