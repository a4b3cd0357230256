package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrate.operation.Operation;

/**
 * Puts operations in an order in which they can run: a topological sort over what they
 * bring, change, need, free and remove. Where that leaves a choice, phase and then the
 * order in which they were found decide.
 */
final class OperationSorter {

	private final List<Node> nodes = new ArrayList<>();

	private final Map<String, List<Node>> bringers = new HashMap<>();

	private final Map<String, List<Node>> changers = new HashMap<>();

	private final Map<String, List<Node>> removers = new HashMap<>();

	List<Operation> sort(Collection<Operation> operations) {
		if (operations.size() < 2) {
			return List.copyOf(operations);
		}
		FootprintVisitor visitor = new FootprintVisitor();
		for (Operation operation : operations) {
			this.nodes.add(new Node(this.nodes.size(), operation, operation.accept(visitor)));
		}
		index(this.bringers, Footprint::brings);
		index(this.changers, Footprint::changes);
		index(this.removers, Footprint::removes);
		this.nodes.forEach(this::connect);
		return ordered();
	}

	private void index(Map<String, List<Node>> index, Function<Footprint, SortedSet<String>> things) {
		for (Node node : this.nodes) {
			for (String thing : things.apply(node.footprint)) {
				index.computeIfAbsent(thing, (unused) -> new ArrayList<>()).add(node);
			}
		}
	}

	private void connect(Node node) {
		for (String thing : node.footprint.needs()) {
			before(this.bringers, thing, node);
			before(this.changers, thing, node);
		}
		for (String thing : node.footprint.frees()) {
			after(node, this.changers, thing);
			after(node, this.removers, thing);
		}
		for (String thing : node.footprint.changes()) {
			before(this.bringers, thing, node);
			after(node, this.removers, thing);
			for (Node other : this.changers.getOrDefault(thing, List.of())) {
				if (other.number < node.number) {
					other.before(node);
				}
			}
		}
		for (String thing : node.footprint.brings()) {
			before(this.removers, thing, node);
		}
	}

	private static void before(Map<String, List<Node>> index, String thing, Node node) {
		index.getOrDefault(thing, List.of()).forEach((other) -> other.before(node));
	}

	private static void after(Node node, Map<String, List<Node>> index, String thing) {
		index.getOrDefault(thing, List.of()).forEach(node::before);
	}

	/**
	 * Take what waits for nothing; in a circle, which only words in a text can make, take
	 * what comes first by phase.
	 */
	private List<Operation> ordered() {
		List<Operation> ordered = new ArrayList<>();
		PriorityQueue<Node> ready = new PriorityQueue<>(Node.ORDER);
		SortedSet<Node> waiting = new TreeSet<>(Node.ORDER);
		for (Node node : this.nodes) {
			(node.waitsFor == 0 ? ready : waiting).add(node);
		}
		while (!ready.isEmpty() || !waiting.isEmpty()) {
			Node next = ready.poll();
			if (next == null) {
				next = waiting.first();
				waiting.remove(next);
			}
			next.done = true;
			ordered.add(next.operation);
			for (Node follower : next.followers) {
				follower.waitsFor--;
				if (follower.waitsFor == 0 && !follower.done) {
					waiting.remove(follower);
					ready.add(follower);
				}
			}
		}
		return ordered;
	}

	private static final class Node {

		static final Comparator<Node> ORDER = Comparator.<Node>comparingInt((node) -> node.footprint.phase())
			.thenComparingInt((node) -> node.number);

		private final int number;

		private final Operation operation;

		private final Footprint footprint;

		private final SortedSet<Node> followers = new TreeSet<>(Comparator.comparingInt((node) -> node.number));

		private int waitsFor;

		private boolean done;

		Node(int number, Operation operation, Footprint footprint) {
			this.number = number;
			this.operation = operation;
			this.footprint = footprint;
		}

		void before(Node other) {
			if (other != this && this.followers.add(other)) {
				other.waitsFor++;
			}
		}

	}

}
