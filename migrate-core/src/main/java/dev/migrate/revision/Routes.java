package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Says which revisions a movement passes. The set is computed here; the order is that of
 * the history, or the reverse.
 */
final class Routes {

	private final RevisionGraph graph;

	private final Topology topology;

	private final Applied recorded;

	private final BitSet applied;

	Routes(RevisionGraph graph, Applied applied) {
		this.graph = graph;
		this.topology = graph.topology();
		this.recorded = graph.normalise(applied);
		this.applied = graph.nodes(this.recorded.ids());
	}

	List<Movement> upgrade(Target target) {
		BitSet nodes = resolver(Direction.UPGRADE).resolve(target);
		BitSet pending = Topology.minus(this.topology.ancestors(nodes), this.applied);
		if (pending.isEmpty()) {
			boolean allHeads = target instanceof Target.Head || target instanceof Target.Heads;
			boolean arrived = nodes.isEmpty() ? this.recorded.isEmpty() : nodes.intersects(current());
			if (!allHeads && !arrived) {
				throw Names.unknown(
						(nodes.isEmpty() ? "'" + target + "'" : names(nodes)) + " is older than current "
								+ (this.recorded.isEmpty() ? "base" : currentNames()) + "; use downgrade.",
						"db downgrade " + target);
			}
		}
		refuseHalfSquashes(pending);
		return movements(pending, Direction.UPGRADE);
	}

	List<Movement> downgrade(Target target) {
		refuseUnknown();
		refuseHalfSquashes(this.topology.all());
		return movements(takenBack(target), Direction.DOWNGRADE);
	}

	List<Movement> takeBack(BitSet nodes) {
		return movements(Topology.both(this.topology.descendants(nodes), this.applied), Direction.DOWNGRADE);
	}

	private BitSet takenBack(Target target) {
		TargetResolver resolver = resolver(Direction.DOWNGRADE);
		Branch branch = resolver.branch(target);
		if (target instanceof Target.Relative relative && relative.offset() < 0) {
			return (relative.from() instanceof Target.Current) ? resolver.takenBack(relative)
					: below(resolver.lastPassed(relative), target);
		}
		// All heads where one was meant: whether they are applied is the question here.
		boolean head = target instanceof Target.Head;
		BitSet nodes = resolver.resolve(head ? new Target.Heads(target.branch()) : target);
		if (nodes.isEmpty()) {
			return above(limited(this.topology.bases(), branch));
		}
		refuseUnapplied(nodes, target);
		BitSet children = new BitSet();
		for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
			children.or(Topology.of(this.topology.children(node)));
		}
		return above(limited(children, branch));
	}

	/** Take back one revision with all above it; its parents are the target. */
	private BitSet below(int node, Target target) {
		if (!this.applied.get(node)) {
			BitSet parents = Topology.of(this.topology.parents(node));
			if (parents.isEmpty()) {
				refuseUnapplied(Topology.only(node), target);
			}
			refuseUnapplied(parents, target);
		}
		return above(Topology.only(node));
	}

	private BitSet above(BitSet nodes) {
		return Topology.both(this.topology.descendants(nodes), this.applied);
	}

	private void refuseUnapplied(BitSet nodes, Target target) {
		BitSet missing = Topology.minus(nodes, this.applied);
		if (missing.isEmpty()) {
			return;
		}
		String current = this.recorded.isEmpty() ? "nothing is applied" : "current is " + currentNames();
		throw Names.unknown(
				"'" + target + "' is not below current: " + names(missing) + " is not applied, " + current + ".",
				"db history -i marks what is applied; db upgrade goes the other way.");
	}

	private void refuseUnknown() {
		Set<RevisionId> unknown = GraphState.of(this.graph, this.recorded).unknown();
		if (!unknown.isEmpty()) {
			throw new MigrateException(ErrorCode.DATABASE_AHEAD,
					"The database has " + Refusals.join(unknown)
							+ ", which the folder lacks, so it is not known what stands on what.",
					"Take back first what the folder lacks: db downgrade --unknown");
		}
	}

	private void refuseHalfSquashes(BitSet touched) {
		for (HalfSquash half : GraphState.of(this.graph, this.recorded).halfSquashes()) {
			if (touched.get(this.graph.node(half.squash().id()))) {
				throw half.refusal();
			}
		}
	}

	private List<Movement> movements(BitSet nodes, Direction direction) {
		List<Movement> movements = new ArrayList<>(nodes.cardinality());
		if (direction == Direction.DOWNGRADE) {
			for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
				movements.add(new Movement(this.graph.at(node), direction));
			}
		}
		else {
			for (int node = nodes.length() - 1; node >= 0; node = nodes.previousSetBit(node - 1)) {
				movements.add(new Movement(this.graph.at(node), direction));
			}
		}
		return List.copyOf(movements);
	}

	private BitSet current() {
		return this.topology.heads(this.applied);
	}

	private String currentNames() {
		BitSet current = current();
		return current.isEmpty() ? Refusals.join(this.recorded.ids()) : names(current);
	}

	private String names(BitSet nodes) {
		return nodes.stream().mapToObj((node) -> this.graph.at(node).describe()).collect(Collectors.joining(", "));
	}

	private TargetResolver resolver(Direction direction) {
		return new TargetResolver(this.graph, this.recorded, direction);
	}

	private static BitSet limited(BitSet nodes, @Nullable Branch branch) {
		return (branch == null) ? nodes : branch.within(nodes);
	}

}
