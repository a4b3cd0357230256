package dev.migrate.service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.Header;

/**
 * Finds the place of a new revision in a graph, and refuses one that would break it:
 * nothing is written before the graph with the new revision is known to be sound.
 */
public final class RevisionPlacement {

	private final RevisionGraph graph;

	private final Clock clock;

	private final Supplier<RevisionId> ids;

	/**
	 * Create a placement.
	 * @param graph the revisions that are there
	 * @param clock for the header
	 * @param ids makes ids; asked again if one is taken
	 */
	public RevisionPlacement(RevisionGraph graph, Clock clock, Supplier<RevisionId> ids) {
		this.graph = graph;
		this.clock = clock;
		this.ids = ids;
	}

	/**
	 * Place a revision.
	 * @param request what it is to be
	 * @return its header
	 * @throws MigrateException with SEVERAL_HEADS if no parent is named and there are
	 * several heads; with USAGE if a parent is no head
	 */
	public Header place(NewRevisionRequest request) {
		String message = request.message().strip().replaceAll("\\s+", " ");
		if (message.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE, "A revision needs a message.",
					"Say what it does: -m \"add age\".");
		}
		List<RevisionId> parents = parents(request);
		List<String> dependsOn = request.dependsOn().stream().map(this::dependency).toList();
		RevisionId id = (request.id() != null) ? request.id() : freeId();
		Header header = new Header(message, id, parents, request.branchLabels(), dependsOn, List.of(),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS));
		check(header);
		return header;
	}

	private List<RevisionId> parents(NewRevisionRequest request) {
		if (request.parents().isEmpty()) {
			return oneHead();
		}
		Set<RevisionId> parents = new LinkedHashSet<>();
		for (Target target : request.parents()) {
			SortedSet<RevisionId> found = this.graph.resolve(target, Applied.none());
			for (RevisionId id : found) {
				if (!request.splice() && !isHead(id)) {
					throw new MigrateException(ErrorCode.USAGE,
							"Revision " + describe(id) + " is no head: " + children(id) + " revises it already.",
							"Choose a head (`db heads`), or add --splice to begin a branch here.");
				}
				parents.add(id);
			}
		}
		return List.copyOf(parents);
	}

	private List<RevisionId> oneHead() {
		List<Revision> heads = this.graph.heads();
		if (heads.size() > 1) {
			throw new MigrateException(ErrorCode.SEVERAL_HEADS,
					"There are several heads: "
							+ heads.stream().map(Revision::describe).collect(Collectors.joining(", ")) + ".",
					"Join them with `db merge`, or name the one to go on from: --head " + heads.get(0).id() + ".");
		}
		return heads.stream().map(Revision::id).toList();
	}

	private boolean isHead(RevisionId id) {
		return this.graph.heads().stream().anyMatch((head) -> head.id().equals(id));
	}

	private String children(RevisionId id) {
		return this.graph.children(id).stream().map((child) -> child.id().value()).collect(Collectors.joining(", "));
	}

	private String describe(RevisionId id) {
		return this.graph.find(id).map(Revision::describe).orElse(id.value());
	}

	// A label stays a label: it may move on with its branch. A prefix becomes the id.
	private String dependency(String text) {
		boolean label = this.graph.revisions().stream().anyMatch((revision) -> revision.branchLabels().contains(text));
		if (label) {
			return text;
		}
		SortedSet<RevisionId> found = this.graph.resolve(TargetParser.parse(text), Applied.none());
		if (found.size() != 1) {
			throw new MigrateException(ErrorCode.USAGE, "--depends-on " + text + " is not one revision.",
					"Name each revision with a --depends-on of its own.");
		}
		return found.first().value();
	}

	private RevisionId freeId() {
		RevisionId id = this.ids.get();
		while (this.graph.find(id).isPresent()) {
			id = this.ids.get();
		}
		return id;
	}

	private void check(Header header) {
		List<Revision> all = new ArrayList<>(this.graph.revisions());
		all.add(new Revision(header.revision(), header.revises(), header.dependsOn(), header.branchLabels(),
				header.message(), List.of(), SourceLocation.of("the new revision")));
		RevisionGraph.of(all);
	}

	/**
	 * Place a merge.
	 * @param targets what to join; empty for all heads
	 * @param request message, labels and id; its parents are not looked at
	 * @return its header
	 * @throws MigrateException with USAGE if there are fewer than two to join, or one
	 * stands on another
	 */
	public Header merge(List<Target> targets, NewRevisionRequest request) {
		List<Target> heads = targets.isEmpty() ? List.of(Target.heads()) : targets;
		Set<RevisionId> joined = new LinkedHashSet<>();
		heads.forEach((target) -> joined.addAll(this.graph.resolve(target, Applied.none())));
		if (joined.size() < 2) {
			throw new MigrateException(ErrorCode.USAGE,
					joined.isEmpty() ? "There is nothing to join: the folder has no revision."
							: "There is nothing to join: " + describe(joined.iterator().next()) + " stands alone.",
					"`db heads` lists the heads.");
		}
		refuseLine(joined);
		String message = request.message().isBlank()
				? "merge " + joined.stream().map(RevisionId::value).collect(Collectors.joining(" and "))
				: request.message();
		return place(new NewRevisionRequest(message, joined.stream().map(Target::of).toList(), request.splice(),
				request.branchLabels(), request.dependsOn(), request.id()));
	}

	private void refuseLine(Set<RevisionId> joined) {
		for (RevisionId id : joined) {
			List<RevisionId> others = joined.stream().filter((other) -> !other.equals(id)).toList();
			if (this.graph.ancestors(others).stream().anyMatch((revision) -> revision.id().equals(id))) {
				throw new MigrateException(ErrorCode.USAGE,
						"There is nothing to join: " + describe(id) + " lies below "
								+ others.stream().map(this::describe).collect(Collectors.joining(", ")) + ".",
						"`db heads` lists the heads.");
			}
		}
	}

}
