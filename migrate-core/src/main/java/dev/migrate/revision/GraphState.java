package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a graph and a database have to say about each other. Judges nothing: the same
 * state may stop an upgrade and let a boot pass.
 *
 * @param heads the heads of the graph, in history order
 * @param current the applied heads, in history order
 * @param pending what is not applied, in the order in which an upgrade runs it
 * @param unknown what is applied and not in the graph
 * @param holes each pending revision right below an applied one
 * @param halfSquashes the squashes of which only a part is applied
 */
public record GraphState(List<Revision> heads, List<Revision> current, List<Revision> pending,
		SortedSet<RevisionId> unknown, List<Hole> holes, List<HalfSquash> halfSquashes) {

	public GraphState {
		heads = List.copyOf(heads);
		current = List.copyOf(current);
		pending = List.copyOf(pending);
		unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
		holes = List.copyOf(holes);
		halfSquashes = List.copyOf(halfSquashes);
	}

	/**
	 * Compare a graph with what is applied.
	 * @param graph the graph of the folder
	 * @param applied what the database has
	 * @return the state
	 */
	public static GraphState of(RevisionGraph graph, Applied applied) {
		Applied normal = graph.normalise(applied);
		BitSet nodes = graph.nodes(normal.ids());
		BitSet missing = Topology.minus(graph.topology().all(), nodes);
		List<Revision> pending = new ArrayList<>(graph.list(missing));
		Collections.reverse(pending);
		NavigableSet<RevisionId> unknown = new TreeSet<>();
		for (RevisionId id : normal.ids()) {
			if (graph.node(id) < 0) {
				unknown.add(id);
			}
		}
		return new GraphState(graph.heads(), graph.currentHeads(applied), pending, unknown,
				holes(graph, nodes, missing), halfSquashes(graph, normal));
	}

	/**
	 * Tell whether the graph has nothing left to run.
	 * @return whether nothing is pending
	 */
	public boolean isUpToDate() {
		return this.pending.isEmpty();
	}

	/**
	 * Tell whether {@code head} is ambiguous.
	 * @return whether the graph has several heads
	 */
	public boolean hasSeveralHeads() {
		return this.heads.size() > 1;
	}

	private static List<Hole> holes(RevisionGraph graph, BitSet applied, BitSet missing) {
		List<Hole> holes = new ArrayList<>();
		for (int node = missing.nextSetBit(0); node >= 0; node = missing.nextSetBit(node + 1)) {
			for (int upper : graph.topology().above(node)) {
				if (applied.get(upper)) {
					holes.add(new Hole(graph.at(node), graph.at(upper)));
				}
			}
		}
		return holes;
	}

	private static List<HalfSquash> halfSquashes(RevisionGraph graph, Applied normal) {
		List<HalfSquash> halves = new ArrayList<>();
		for (Revision squash : graph.squashes()) {
			List<RevisionId> there = squash.replaces().stream().filter(normal::contains).toList();
			if (!there.isEmpty()) {
				List<RevisionId> lacking = squash.replaces().stream().filter((id) -> !normal.contains(id)).toList();
				halves.add(new HalfSquash(squash, there, lacking));
			}
		}
		return halves;
	}

}
