package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Looks up what a user calls a revision or a branch, and says what is wrong with a name
 * that stands for nothing: also whether it is the database or the folder that lacks it.
 */
final class Names {

	private static final int SHORTEST_PREFIX = 4;

	/** How many revisions a message lists. */
	static final int MOST_LISTED = 10;

	private final RevisionGraph graph;

	private final Applied applied;

	Names(RevisionGraph graph, Applied applied) {
		this.graph = graph;
		this.applied = applied;
	}

	/**
	 * Find a branch.
	 * @param name a label, an id or a prefix of one; null for none
	 * @return the branch, or null for the whole graph
	 */
	@Nullable Branch branch(@Nullable String name) {
		if (name == null) {
			return null;
		}
		int anchor = find(name, null, "branch");
		return new Branch(name, anchor, this.graph.topology().lineage(anchor));
	}

	/**
	 * Find a revision.
	 * @param name an id, a label or a prefix of an id
	 * @param branch where it must lie, or null for anywhere
	 * @return its node
	 */
	int find(String name, @Nullable Branch branch) {
		return find(name, branch, "revision");
	}

	private int find(String name, @Nullable Branch branch, String kind) {
		int exact = exact(name);
		if (exact >= 0) {
			if (branch != null && !branch.lineage().get(exact)) {
				throw notOnBranch(exact, branch);
			}
			return exact;
		}
		List<Integer> matches = beginningWith(name);
		List<Integer> allowed = matches.stream()
			.filter((node) -> branch == null || branch.lineage().get(node))
			.toList();
		if (allowed.isEmpty() && matches.size() == 1 && branch != null) {
			throw notOnBranch(matches.get(0), branch);
		}
		if (allowed.isEmpty()) {
			throw notFound(name, kind);
		}
		if (name.length() < SHORTEST_PREFIX) {
			throw unknown("'" + name + "' is too short: the beginning of an id needs at least four characters.",
					list("Did you mean:", allowed));
		}
		if (allowed.size() > 1) {
			throw unknown("'" + name + "' is the beginning of " + allowed.size() + " revisions.",
					list("Write more of the id of one of:", allowed));
		}
		return allowed.get(0);
	}

	private int exact(String name) {
		int byId = RevisionId.isValid(name) ? this.graph.node(RevisionId.of(name)) : -1;
		if (byId >= 0 && this.graph.at(byId).id().value().equals(name)) {
			return byId;
		}
		// What a squash replaced gives way to a label.
		Integer byLabel = this.graph.labelled().get(name);
		return (byLabel != null) ? byLabel : byId;
	}

	private List<Integer> beginningWith(String name) {
		List<Integer> nodes = new ArrayList<>();
		for (int node = 0; node < this.graph.revisions().size(); node++) {
			if (this.graph.at(node).id().value().startsWith(name)) {
				nodes.add(node);
			}
		}
		nodes.sort(Comparator.comparing((node) -> this.graph.at(node).id()));
		return nodes;
	}

	private MigrateException notFound(String name, String kind) {
		for (RevisionId id : this.applied.ids()) {
			boolean prefix = name.length() >= SHORTEST_PREFIX && id.value().startsWith(name);
			if (this.graph.node(id) < 0 && (prefix || id.value().equals(name))) {
				return unknown("Revision " + id + " is applied in the database, but the folder has no file for it.",
						"Bring its file here, or take it back from what the database recorded: db downgrade --unknown");
			}
		}
		String where = this.applied.isEmpty() ? "The folder has no " : "Neither the folder nor the database has a ";
		String sentence = where + kind + " '" + name + "'.";
		List<Revision> near = Suggestions.near(name, this.graph.revisions());
		if (!near.isEmpty()) {
			return unknown(sentence, lines("Did you mean:", near));
		}
		if (kind.equals("branch") && !this.graph.labelled().isEmpty()) {
			return unknown(sentence,
					"The branch labels are " + String.join(", ", this.graph.labelled().keySet()) + ".");
		}
		return unknown(sentence,
				this.graph.revisions().isEmpty() ? "The folder has no revision at all." : candidates());
	}

	/** List where people mostly want to go, when the name gives no clue. */
	private String candidates() {
		Set<Revision> candidates = new LinkedHashSet<>(this.graph.heads());
		this.graph.labelled().values().forEach((node) -> candidates.add(this.graph.at(node)));
		StringBuilder text = new StringBuilder(lines(
				"No name is near it; these are the heads"
						+ (this.graph.labelled().isEmpty() ? ":" : " and labelled branches:"),
				List.copyOf(candidates)));
		if (!this.graph.labelled().isEmpty()) {
			text.append("\nThe branch labels are ")
				.append(String.join(", ", this.graph.labelled().keySet()))
				.append('.');
		}
		return text.append("\ndb history lists the revisions of the folder.").toString();
	}

	private MigrateException notOnBranch(int node, Branch branch) {
		return unknown(
				"Revision " + this.graph.at(node).describe() + " is not on the branch '" + branch.name()
						+ "', which is the line of " + this.graph.at(branch.anchor()).describe() + ".",
				"db branches shows which revision lies on which branch.");
	}

	private String list(String start, List<Integer> nodes) {
		return lines(start, nodes.stream().sorted().map(this.graph::at).toList());
	}

	/**
	 * Return a list of revisions for a hint.
	 * @param start the line above it
	 * @param revisions the revisions
	 * @return several lines
	 */
	static String lines(String start, List<Revision> revisions) {
		List<String> lines = new ArrayList<>();
		lines.add(start);
		revisions.stream().limit(MOST_LISTED).forEach((revision) -> lines.add("  " + revision.describe()));
		if (revisions.size() > MOST_LISTED) {
			lines.add("  and " + (revisions.size() - MOST_LISTED) + " more");
		}
		return String.join("\n", lines);
	}

	static MigrateException unknown(String sentence, @Nullable String hint) {
		return new MigrateException(ErrorCode.UNKNOWN_TARGET, sentence, hint);
	}

}
