package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;

/**
 * Puts loose revisions together: looks every name up, gathers what is wrong, and brings
 * the rest into history order. Numbers nodes by id, so that the order in which revisions
 * were read never shows.
 */
final class Assembly {

	// Of a long history before anything is compiled: plain loops, here and in what
	// follows.
	private static final Comparator<Revision> BY_ID = new Comparator<>() {

		@Override
		public int compare(Revision first, Revision second) {
			return first.id().compareTo(second.id());
		}

	};

	private final Faults faults = new Faults();

	private final List<Revision> sorted = new ArrayList<>();

	private final Map<RevisionId, Integer> numbers = new HashMap<>();

	private final Map<String, Integer> labels = new TreeMap<>();

	private final Map<RevisionId, RevisionId> replacedBy = new TreeMap<>();

	private final Set<RevisionId> lenient;

	private final int[][] parents;

	private final int[][] dependencies;

	/**
	 * Assemble revisions.
	 * @param revisions the revisions in any order
	 * @param lenient those whose missing neighbours and doubtful labels are passed over,
	 * because they are only remembered by a database
	 */
	Assembly(Collection<Revision> revisions, Set<RevisionId> lenient) {
		this.lenient = lenient;
		number(revisions);
		for (Revision revision : this.sorted) {
			readReplaces(revision);
		}
		readLabels(true);
		readLabels(false);
		this.parents = new int[this.sorted.size()][];
		this.dependencies = new int[this.sorted.size()][];
		for (int node = 0; node < this.sorted.size(); node++) {
			this.parents[node] = readParents(node);
			this.dependencies[node] = readDependencies(node);
		}
		findCycles();
		this.faults.throwIfAny();
	}

	/**
	 * Return the graph.
	 * @return the graph, its revisions in history order
	 */
	RevisionGraph graph() {
		int[] order = Topology.order(this.parents, this.dependencies);
		int[] places = new int[order.length];
		for (int place = 0; place < order.length; place++) {
			places[order[place]] = place;
		}
		List<Revision> history = new ArrayList<>(order.length);
		int[][] placedParents = new int[order.length][];
		int[][] placedDependencies = new int[order.length][];
		for (int place = 0; place < order.length; place++) {
			int node = order[place];
			history.add(this.sorted.get(node));
			placedParents[place] = placed(this.parents[node], places);
			placedDependencies[place] = placed(this.dependencies[node], places);
		}
		Map<String, Integer> placedLabels = new TreeMap<>();
		for (Map.Entry<String, Integer> label : this.labels.entrySet()) {
			placedLabels.put(label.getKey(), places[label.getValue()]);
		}
		return new RevisionGraph(history, new Topology(placedParents, placedDependencies), placedLabels,
				this.replacedBy);
	}

	private static int[] placed(int[] nodes, int[] places) {
		int[] placed = new int[nodes.length];
		for (int index = 0; index < nodes.length; index++) {
			placed[index] = places[nodes[index]];
		}
		return placed;
	}

	private void number(Collection<Revision> revisions) {
		List<Revision> ordered = new ArrayList<>(revisions);
		ordered.sort(BY_ID);
		for (int index = 0; index < ordered.size(); index++) {
			Revision revision = ordered.get(index);
			if (this.numbers.containsKey(revision.id())) {
				continue;
			}
			this.numbers.put(revision.id(), this.sorted.size());
			this.sorted.add(revision);
			refuseTwins(ordered, index);
		}
	}

	private void refuseTwins(List<Revision> ordered, int first) {
		RevisionId id = ordered.get(first).id();
		int end = first + 1;
		while (end < ordered.size() && ordered.get(end).id().equals(id)) {
			end++;
		}
		if (end - first > 1) {
			List<String> places = ordered.subList(first, end)
				.stream()
				.map((revision) -> revision.location().toString())
				.sorted()
				.toList();
			this.faults.add(ErrorCode.DUPLICATE_REVISION,
					"Revision " + id + " is defined " + (end - first) + " times: " + String.join(", ", places));
		}
	}

	private void readReplaces(Revision revision) {
		for (RevisionId replaced : revision.replaces()) {
			if (!isStrict(revision)) {
				continue;
			}
			if (this.numbers.containsKey(replaced)) {
				this.faults.add(ErrorCode.INVALID_SOURCE, "Revision " + revision.describe() + " replaces " + replaced
						+ ", which is still there (" + at(replaced) + ")");
				continue;
			}
			RevisionId other = this.replacedBy.putIfAbsent(replaced, revision.id());
			if (other != null && !other.equals(revision.id())) {
				this.faults.add(ErrorCode.INVALID_SOURCE, "Revision " + replaced + " is replaced by both " + other
						+ " (" + at(other) + ") and " + revision.id() + " (" + revision.location() + ")");
			}
		}
	}

	private void readLabels(boolean strict) {
		for (Revision revision : this.sorted) {
			if (isStrict(revision) == strict && !revision.branchLabels().isEmpty()) {
				readLabels(revision);
			}
		}
	}

	private void readLabels(Revision revision) {
		for (String label : new LinkedHashSet<>(revision.branchLabels())) {
			String fault = labelFault(label);
			Integer other = this.labels.get(label);
			if (fault == null && other == null) {
				this.labels.put(label, node(revision.id()));
			}
			else if (isStrict(revision)) {
				Revision first = (other != null) ? this.sorted.get(other) : revision;
				this.faults.add((fault != null) ? ErrorCode.INVALID_SOURCE : ErrorCode.DUPLICATE_REVISION,
						"Branch label '" + label + "' of revision " + revision.id() + " (" + revision.location() + ") "
								+ ((fault != null) ? fault
										: "is used already by revision " + first.id() + " (" + first.location() + ")"));
			}
		}
	}

	private @Nullable String labelFault(String label) {
		if (RevisionId.isReserved(label)) {
			return "is a word with a meaning of its own";
		}
		if (!RevisionId.isValid(label)) {
			return "is not 1 to 64 letters, digits, '_' or '.'";
		}
		RevisionId asId = RevisionId.of(label);
		boolean taken = this.numbers.containsKey(asId) && !this.lenient.contains(asId);
		return taken ? "is the id of a revision (" + at(asId) + ")" : null;
	}

	private boolean isStrict(Revision revision) {
		return !this.lenient.contains(revision.id());
	}

	private int[] readParents(int node) {
		Revision revision = this.sorted.get(node);
		Set<Integer> found = new LinkedHashSet<>();
		for (RevisionId parent : revision.parents()) {
			addEdge(found, revision, "parent", parent.value(), find(parent));
		}
		return toArray(found);
	}

	private int[] readDependencies(int node) {
		Revision revision = this.sorted.get(node);
		Set<Integer> found = new LinkedHashSet<>();
		for (String name : revision.dependsOn()) {
			Integer other = this.labels.get(name);
			if (other == null && RevisionId.isValid(name)) {
				other = find(RevisionId.of(name));
			}
			addEdge(found, revision, "dependency", name, other);
		}
		return toArray(found);
	}

	private void addEdge(Set<Integer> found, Revision revision, String kind, String name, @Nullable Integer other) {
		if (other == null) {
			if (isStrict(revision)) {
				this.faults.add(ErrorCode.MISSING_REVISION, "Revision " + revision.describe() + " names the " + kind
						+ " " + name + ", which no revision defines");
			}
		}
		else if (other == node(revision.id())) {
			this.faults.add(ErrorCode.CYCLE, "Revision " + revision.describe() + " names itself as " + kind);
		}
		else {
			found.add(other);
		}
	}

	/** A replaced id reads as the squash that stands for it, so old files stay valid. */
	private @Nullable Integer find(RevisionId id) {
		RevisionId squash = this.replacedBy.get(id);
		return this.numbers.get((squash != null) ? squash : id);
	}

	private void findCycles() {
		boolean broken = reportCycles(this.parents, "Revisions revise each other in a circle: ");
		if (!broken && dependsOnMore()) {
			int[][] both = new int[this.sorted.size()][];
			for (int node = 0; node < both.length; node++) {
				Set<Integer> edges = new LinkedHashSet<>();
				for (int parent : this.parents[node]) {
					edges.add(parent);
				}
				for (int other : this.dependencies[node]) {
					edges.add(other);
				}
				both[node] = toArray(edges);
			}
			reportCycles(both, "Revisions depend on each other in a circle: ");
		}
	}

	private boolean dependsOnMore() {
		for (int[] others : this.dependencies) {
			if (others.length > 0) {
				return true;
			}
		}
		return false;
	}

	private boolean reportCycles(int[][] edges, String start) {
		List<List<Integer>> cycles = Topology.cycles(edges);
		for (List<Integer> cycle : cycles) {
			List<String> names = new ArrayList<>();
			for (int node : cycle) {
				Revision revision = this.sorted.get(node);
				names.add(revision.id() + " (" + revision.location() + ")");
			}
			names.add(this.sorted.get(cycle.get(0)).id().value());
			this.faults.add(ErrorCode.CYCLE, start + String.join(" -> ", names));
		}
		return !cycles.isEmpty();
	}

	private String at(RevisionId id) {
		return this.sorted.get(node(id)).location().toString();
	}

	private int node(RevisionId id) {
		Integer number = this.numbers.get(id);
		return (number != null) ? number : -1;
	}

	private static int[] toArray(Collection<Integer> nodes) {
		int[] array = new int[nodes.size()];
		int index = 0;
		for (int node : nodes) {
			array[index++] = node;
		}
		return array;
	}

}
