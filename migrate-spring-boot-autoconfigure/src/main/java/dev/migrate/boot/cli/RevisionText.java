package dev.migrate.boot.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * Revisions in the shapes of Alembic's listings.
 */
final class RevisionText {

	private final RevisionGraph graph;

	private final Set<RevisionId> heads;

	private final Set<RevisionId> effectiveHeads;

	private final Set<RevisionId> branchPoints;

	private final Set<RevisionId> current;

	private final Set<RevisionId> unknown;

	private RevisionText(RevisionGraph graph, Collection<RevisionId> current, Collection<RevisionId> unknown) {
		this.graph = graph;
		this.heads = ids(graph.heads());
		this.effectiveHeads = ids(graph.effectiveHeads());
		this.branchPoints = ids(graph.branchPoints());
		this.current = new TreeSet<>(current);
		this.unknown = new TreeSet<>(unknown);
	}

	/** Show the revisions of a folder; nothing is known of a database. */
	static RevisionText of(MigrationFolder folder) {
		return new RevisionText(folder.graph(), List.of(), List.of());
	}

	/** Show the revisions of a folder and of a database. */
	static RevisionText of(StatusReport status) {
		RevisionGraph known = RevisionGraph.of(status.revisions()
			.stream()
			.filter((entry) -> entry.location() != null)
			.map(RevisionEntry::revision)
			.toList());
		List<RevisionEntry> recorded = status.revisions().stream().filter((entry) -> entry.location() == null).toList();
		List<RevisionId> unknown = recorded.stream()
			.filter((entry) -> entry.state() == RevisionState.UNKNOWN)
			.map((entry) -> entry.revision().id())
			.toList();
		return new RevisionText(known.plusRecorded(recorded.stream().map(RevisionEntry::revision).toList()),
				status.current(), unknown);
	}

	private static Set<RevisionId> ids(Collection<Revision> revisions) {
		return revisions.stream().map(Revision::id).collect(Collectors.toCollection(TreeSet::new));
	}

	RevisionGraph graph() {
		return this.graph;
	}

	/** Return {@code <base> -> ca5cd22ac516 (head), create students}. */
	String history(Revision revision) {
		String dependencies = revision.dependsOn().isEmpty() ? ""
				: " (" + String.join(", ", revision.dependsOn()) + ")";
		return parents(revision) + dependencies + " -> " + revision.id() + labels(revision) + headWord(revision)
				+ word(this.current, revision, "current") + treeWords(revision)
				+ word(this.unknown, revision, "unknown") + message(revision);
	}

	/**
	 * Return {@code ca5cd22ac516 (head), create students}: the lines say what it revises.
	 */
	String lane(Revision revision) {
		String dependencies = revision.dependsOn().isEmpty() ? ""
				: " (depends on " + String.join(", ", revision.dependsOn()) + ")";
		return revision.id() + labels(revision) + headWord(revision) + word(this.current, revision, "current")
				+ word(this.unknown, revision, "unknown") + dependencies + message(revision);
	}

	/** Return {@code ca5cd22ac516 (label) (head)}. */
	String head(Revision revision) {
		return revision.id() + labels(revision) + headWord(revision) + word(this.current, revision, "current");
	}

	/** Return {@code ca5cd22ac516 (head)}. */
	String current(RevisionId id) {
		Revision revision = get(id);
		return (revision == null) ? id.value() : id + headWord(revision) + word(this.unknown, revision, "unknown");
	}

	/** Return a branch point and a line for each branch. */
	String branches(Revision point, boolean verbose) {
		StringBuilder text = new StringBuilder(point.id().value()).append(labels(point))
			.append(headWord(point))
			.append(word(this.current, point, "current"))
			.append(treeWords(point));
		for (Revision child : this.graph.children(point.id())) {
			text.append('\n')
				.append(" ".repeat(point.id().value().length()))
				.append(" -> ")
				.append(child.id())
				.append(labels(child))
				.append(headWord(child))
				.append(treeWords(child))
				.append(verbose ? message(child) : "");
		}
		return text.toString();
	}

	/** Return the entry of several lines. */
	String entry(RevisionId id) {
		Revision revision = get(id);
		return (revision == null) ? "Rev: " + id : entry(revision);
	}

	/** Return the entry of several lines. */
	String entry(Revision revision) {
		StringBuilder text = new StringBuilder("Rev: ").append(revision.id())
			.append(word(this.heads, revision, "head"))
			.append(treeWords(revision))
			.append(word(this.current, revision, "current"))
			.append(word(this.unknown, revision, "unknown"))
			.append('\n');
		text.append(this.graph.isMerge(revision.id()) ? "Merges: " : "Parent: ").append(parents(revision)).append('\n');
		if (!revision.dependsOn().isEmpty()) {
			text.append("Also depends on: ").append(String.join(", ", revision.dependsOn())).append('\n');
		}
		List<Revision> children = this.graph.children(revision.id());
		if (children.size() > 1) {
			text.append("Branches into: ").append(Lines.ids(children.stream().map(Revision::id).toList())).append('\n');
		}
		Set<String> labels = this.graph.labels(revision.id());
		if (!labels.isEmpty()) {
			text.append("Branch names: ").append(String.join(", ", labels)).append('\n');
		}
		if (!revision.replaces().isEmpty()) {
			text.append("Replaces: ").append(Lines.ids(revision.replaces())).append('\n');
		}
		text.append("Path: ").append(revision.location().source()).append('\n');
		return text.append("\n    ").append(revision.message()).append('\n').toString();
	}

	private @Nullable Revision get(RevisionId id) {
		return this.graph.find(id).orElse(null);
	}

	private static String parents(Revision revision) {
		return revision.isBase() ? "<base>" : Lines.ids(revision.parents());
	}

	private String labels(Revision revision) {
		Set<String> labels = this.graph.labels(revision.id());
		return labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")";
	}

	private String headWord(Revision revision) {
		if (this.effectiveHeads.contains(revision.id())) {
			return " (head)";
		}
		return word(this.heads, revision, "effective head");
	}

	private String treeWords(Revision revision) {
		return word(this.branchPoints, revision, "branchpoint")
				+ (this.graph.isMerge(revision.id()) ? " (mergepoint)" : "");
	}

	private static String word(Set<RevisionId> ids, Revision revision, String word) {
		return ids.contains(revision.id()) ? " (" + word + ")" : "";
	}

	private static String message(Revision revision) {
		return revision.message().isEmpty() ? "" : ", " + revision.message();
	}

	/** Return what JSON says of a revision where no database was asked. */
	static Map<String, Object> fields(Revision revision) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("revision", revision.id().value());
		fields.put("revises", revision.parents().stream().map(RevisionId::value).toList());
		fields.put("dependsOn", revision.dependsOn());
		fields.put("branchLabels", revision.branchLabels());
		fields.put("message", revision.message());
		fields.put("location", revision.location().source());
		return fields;
	}

}
