package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bare shape of a graph over the numbers 0 to size-1: two kinds of edges, both
 * directions. Walks with an explicit stack, so that a long chain costs no call depth. The
 * numbers are places in the history: whatever stands above a node has a smaller number.
 */
final class Topology {

	private static final BitSet NOTHING = new BitSet();

	private final int[][] parents;

	private final int[][] children;

	private final int[][] below;

	private final int[][] above;

	/**
	 * Create a shape.
	 * @param parents for each node what it revises
	 * @param dependencies for each node what else must be there first
	 */
	Topology(int[][] parents, int[][] dependencies) {
		this.parents = parents;
		this.below = new int[parents.length][];
		for (int node = 0; node < parents.length; node++) {
			this.below[node] = union(parents[node], dependencies[node]);
		}
		this.children = reversed(parents);
		this.above = reversed(this.below);
	}

	int size() {
		return this.parents.length;
	}

	int[] parents(int node) {
		return this.parents[node];
	}

	int[] children(int node) {
		return this.children[node];
	}

	/** Return parents and dependencies. */
	int[] below(int node) {
		return this.below[node];
	}

	/** Return children and dependents. */
	int[] above(int node) {
		return this.above[node];
	}

	/** Return the nodes and all that they stand on, dependencies included. */
	BitSet ancestors(BitSet nodes) {
		return reach(nodes, this.below, NOTHING);
	}

	/** Return the nodes and all that stands on them, dependents included. */
	BitSet descendants(BitSet nodes) {
		return reach(nodes, this.above, NOTHING);
	}

	/** Return the descendants that are met without passing a closed node. */
	BitSet descendants(BitSet nodes, BitSet closed) {
		return reach(nodes, this.above, closed);
	}

	/** Return the node with its ancestors and descendants over parents alone. */
	BitSet lineage(int node) {
		BitSet lineage = reach(only(node), this.parents, NOTHING);
		lineage.or(reach(only(node), this.children, NOTHING));
		return lineage;
	}

	/** Return what lies below the nodes over parents alone. */
	BitSet underneath(BitSet nodes) {
		BitSet start = new BitSet();
		nodes.stream().forEach((node) -> start.or(of(this.parents[node])));
		return reach(start, this.parents, NOTHING);
	}

	/** Return those of the nodes that have no child among them. */
	BitSet heads(BitSet nodes) {
		return without(nodes, this.children);
	}

	/** Return those of the nodes that have neither child nor dependent among them. */
	BitSet tops(BitSet nodes) {
		return without(nodes, this.above);
	}

	/** Return the nodes that revise nothing. */
	BitSet bases() {
		BitSet bases = new BitSet();
		for (int node = 0; node < size(); node++) {
			if (this.parents[node].length == 0) {
				bases.set(node);
			}
		}
		return bases;
	}

	BitSet all() {
		BitSet all = new BitSet();
		all.set(0, size());
		return all;
	}

	static BitSet only(int node) {
		BitSet set = new BitSet();
		set.set(node);
		return set;
	}

	static BitSet of(int[] nodes) {
		BitSet set = new BitSet();
		for (int node : nodes) {
			set.set(node);
		}
		return set;
	}

	static BitSet minus(BitSet nodes, BitSet others) {
		BitSet rest = (BitSet) nodes.clone();
		rest.andNot(others);
		return rest;
	}

	static BitSet both(BitSet nodes, BitSet others) {
		BitSet common = (BitSet) nodes.clone();
		common.and(others);
		return common;
	}

	/**
	 * Order all nodes from the heads down: a node comes after everything that stands on
	 * it, and a branch is followed until it meets another one that is not finished. Nodes
	 * on a cycle, and whatever lies below one, are left out.
	 * @param parents for each node what it revises, in written order
	 * @param dependencies for each node what else it needs
	 * @return the nodes; heads in the order of their numbers, as far as a choice is left
	 */
	static int[] order(int[][] parents, int[][] dependencies) {
		Topology shape = new Topology(parents, dependencies);
		int[] waiting = new int[shape.size()];
		int[] stack = new int[shape.size()];
		int depth = 0;
		for (int node = shape.size() - 1; node >= 0; node--) {
			waiting[node] = shape.above[node].length;
			if (waiting[node] == 0) {
				stack[depth++] = node;
			}
		}
		int[] order = new int[shape.size()];
		int count = 0;
		while (depth > 0) {
			int node = stack[--depth];
			order[count++] = node;
			int[] next = shape.below[node];
			for (int i = next.length - 1; i >= 0; i--) {
				if (--waiting[next[i]] == 0) {
					stack[depth++] = next[i];
				}
			}
		}
		return Arrays.copyOf(order, count);
	}

	/**
	 * Find cycles that share no node.
	 * @param edges for each node what it stands on
	 * @return each cycle in the order of its edges, beginning with its smallest node;
	 * empty if there is none
	 */
	static List<List<Integer>> cycles(int[][] edges) {
		List<List<Integer>> cycles = new ArrayList<>();
		int[][] up = reversed(edges);
		BitSet rest = new BitSet();
		rest.set(0, edges.length);
		peel(rest, edges, up);
		while (!rest.isEmpty()) {
			List<Integer> cycle = cycle(rest, edges);
			cycles.add(cycle);
			cycle.forEach(rest::clear);
			peel(rest, edges, up);
		}
		return cycles;
	}

	private static List<Integer> cycle(BitSet rest, int[][] edges) {
		List<Integer> path = new ArrayList<>();
		BitSet seen = new BitSet();
		int node = rest.nextSetBit(0);
		while (!seen.get(node)) {
			seen.set(node);
			path.add(node);
			node = both(of(edges[node]), rest).nextSetBit(0);
		}
		List<Integer> cycle = new ArrayList<>(path.subList(path.indexOf(node), path.size()));
		int smallest = cycle.stream().mapToInt(Integer::intValue).min().orElse(node);
		Collections.rotate(cycle, -cycle.indexOf(smallest));
		return cycle;
	}

	/** Take away what can't be on a cycle: nodes without an edge in or out. */
	private static void peel(BitSet rest, int[][] down, int[][] up) {
		peelOneSide(rest, down, up);
		peelOneSide(rest, up, down);
	}

	private static void peelOneSide(BitSet rest, int[][] edges, int[][] back) {
		int[] count = new int[edges.length];
		BitSet free = new BitSet();
		for (int node = rest.nextSetBit(0); node >= 0; node = rest.nextSetBit(node + 1)) {
			count[node] = both(of(edges[node]), rest).cardinality();
			free.set(node, count[node] == 0);
		}
		for (int node = free.nextSetBit(0); node >= 0; node = free.nextSetBit(0)) {
			free.clear(node);
			rest.clear(node);
			for (int other : back[node]) {
				if (rest.get(other) && --count[other] == 0) {
					free.set(other);
				}
			}
		}
	}

	private static BitSet reach(BitSet start, int[][] edges, BitSet closed) {
		BitSet reached = (BitSet) start.clone();
		int[] stack = new int[start.cardinality()];
		int depth = 0;
		for (int node = start.nextSetBit(0); node >= 0; node = start.nextSetBit(node + 1)) {
			stack[depth++] = node;
		}
		while (depth > 0) {
			int[] next = edges[stack[--depth]];
			// Small at first: most walks that count steps reach one node.
			if (stack.length < depth + next.length) {
				stack = Arrays.copyOf(stack, 2 * (depth + next.length));
			}
			for (int node : next) {
				if (!reached.get(node) && !closed.get(node)) {
					reached.set(node);
					stack[depth++] = node;
				}
			}
		}
		return reached;
	}

	private static BitSet without(BitSet nodes, int[][] edges) {
		BitSet result = (BitSet) nodes.clone();
		for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
			for (int other : edges[node]) {
				if (nodes.get(other)) {
					result.clear(node);
					break;
				}
			}
		}
		return result;
	}

	private static int[] union(int[] first, int[] second) {
		if (second.length == 0) {
			return first;
		}
		return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).distinct().toArray();
	}

	private static int[][] reversed(int[][] edges) {
		int[] counts = new int[edges.length];
		for (int[] targets : edges) {
			for (int target : targets) {
				counts[target]++;
			}
		}
		int[][] result = new int[edges.length][];
		for (int node = 0; node < edges.length; node++) {
			result[node] = new int[counts[node]];
		}
		int[] filled = new int[edges.length];
		for (int node = 0; node < edges.length; node++) {
			for (int target : edges[node]) {
				result[target][filled[target]++] = node;
			}
		}
		return result;
	}

}
