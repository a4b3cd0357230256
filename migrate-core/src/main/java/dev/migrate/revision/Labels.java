package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Spreads branch labels over a graph: from where one is declared to all descendants over
 * parents, and back down the plain line that leads there, ending before a merge or a
 * branch point. Neighbours with the same labels share one set.
 */
final class Labels {

	private static final SortedSet<String> NONE = Collections.emptySortedSet();

	private final Topology topology;

	private final List<SortedSet<String>> spread;

	Labels(Topology topology, Map<String, Integer> declared) {
		this.topology = topology;
		this.spread = new ArrayList<>(Collections.nCopies(topology.size(), NONE));
		for (Map.Entry<String, Integer> label : declared.entrySet()) {
			add(label.getValue(), label.getKey());
		}
		if (declared.isEmpty()) {
			return;
		}
		List<SortedSet<String>> own = List.copyOf(this.spread);
		spreadBack();
		List<SortedSet<String>> back = List.copyOf(this.spread);
		spreadUp(own, back);
	}

	SortedSet<String> of(int node) {
		return this.spread.get(node);
	}

	private void add(int node, String label) {
		NavigableSet<String> labels = new TreeSet<>(this.spread.get(node));
		labels.add(label);
		this.spread.set(node, Collections.unmodifiableSortedSet(labels));
	}

	/** Places grow downwards, so a node's child is done before the node. */
	private void spreadBack() {
		for (int node = 0; node < this.topology.size(); node++) {
			int[] parents = this.topology.parents(node);
			if (parents.length == 1 && this.topology.children(parents[0]).length == 1
					&& this.topology.parents(parents[0]).length < 2) {
				this.spread.set(parents[0], union(this.spread.get(parents[0]), this.spread.get(node)));
			}
		}
	}

	/** What came from above goes no way up again: only declared labels climb. */
	private void spreadUp(List<SortedSet<String>> own, List<SortedSet<String>> back) {
		List<SortedSet<String>> climbed = new ArrayList<>(own);
		for (int node = this.topology.size() - 1; node >= 0; node--) {
			for (int parent : this.topology.parents(node)) {
				climbed.set(node, union(climbed.get(node), climbed.get(parent)));
			}
			this.spread.set(node, union(climbed.get(node), back.get(node)));
		}
	}

	private static SortedSet<String> union(SortedSet<String> first, SortedSet<String> second) {
		if (first.containsAll(second)) {
			return first;
		}
		if (second.containsAll(first)) {
			return second;
		}
		NavigableSet<String> labels = new TreeSet<>(first);
		labels.addAll(second);
		return Collections.unmodifiableSortedSet(labels);
	}

}
