package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Turns a target into the revisions that it stands for. Computes no set of movements and
 * no order.
 */
final class TargetResolver implements Target.Visitor<BitSet> {

	private final RevisionGraph graph;

	private final Topology topology;

	private final BitSet applied;

	private final @Nullable Direction direction;

	private final Names names;

	private final Walks walks;

	/**
	 * Create a resolver.
	 * @param graph the graph
	 * @param applied what the database has
	 * @param direction which way the command goes, or null if it goes nowhere
	 */
	TargetResolver(RevisionGraph graph, Applied applied, @Nullable Direction direction) {
		this.graph = graph;
		this.topology = graph.topology();
		this.applied = graph.nodes(graph.normalise(applied).ids());
		this.direction = direction;
		this.names = new Names(graph, applied);
		this.walks = new Walks(graph);
	}

	/**
	 * Resolve a target.
	 * @param target the target
	 * @return its nodes; empty for base
	 */
	BitSet resolve(Target target) {
		return target.accept(this);
	}

	@Nullable Branch branch(Target target) {
		return this.names.branch(target.branch());
	}

	@Override
	public BitSet visitHead(Target.Head target) {
		BitSet heads = heads(target);
		if (heads.cardinality() > 1) {
			throw severalHeads(target, heads);
		}
		return heads;
	}

	@Override
	public BitSet visitHeads(Target.Heads target) {
		return heads(target);
	}

	@Override
	public BitSet visitBase(Target.Base target) {
		// An unknown branch must not pass for an empty one.
		branch(target);
		return new BitSet();
	}

	@Override
	public BitSet visitCurrent(Target.Current target) {
		return this.topology.heads(limited(this.applied, branch(target)));
	}

	@Override
	public BitSet visitNamed(Target.Named target) {
		return Topology.only(this.names.find(target.name(), branch(target)));
	}

	@Override
	public BitSet visitRelative(Target.Relative target) {
		if (target.from() instanceof Target.Current) {
			return relativeToCurrent(target);
		}
		if (target.offset() > 0) {
			return Topology.only(this.walks.up(start(target), branch(target), target));
		}
		BitSet parents = Topology.of(this.topology.parents(lastPassed(target)));
		return limited(parents, branch(target));
	}

	/**
	 * Return the last revision that counting down from a named one passes.
	 * @param target a target with a negative offset
	 * @return its node
	 */
	int lastPassed(Target.Relative target) {
		int start = start(target);
		if (start == Walks.BELOW_ALL) {
			throw Names.unknown("'" + target + "' goes too far: nothing is older than base.", null);
		}
		return this.walks.down(start, branch(target), target);
	}

	/**
	 * Return what counting back from the current head takes back.
	 * @param target a target with a negative offset that starts at current
	 * @return the nodes
	 */
	BitSet takenBack(Target.Relative target) {
		return this.walks.back(this.applied, branch(target), target);
	}

	private BitSet relativeToCurrent(Target.Relative target) {
		if (target.offset() < 0) {
			if (this.direction == Direction.UPGRADE) {
				throw Names.unknown("'" + target + "' is older than current; use downgrade.", "db downgrade " + target);
			}
			return this.topology.heads(Topology.minus(this.applied, takenBack(target)));
		}
		if (this.direction == Direction.DOWNGRADE) {
			throw Names.unknown("'" + target + "' is newer than current; use upgrade.", "db upgrade " + target);
		}
		Branch branch = branch(target);
		BitSet tops = this.topology.tops(limited(this.applied, branch));
		if (tops.cardinality() > 1) {
			throw this.walks.severalCurrent(target, tops, 0);
		}
		int start = tops.isEmpty() ? Walks.BELOW_ALL : tops.nextSetBit(0);
		return Topology.only(this.walks.up(start, branch, target));
	}

	/** Return the one node that steps are counted from. */
	private int start(Target.Relative target) {
		BitSet nodes = resolve(target.from());
		if (nodes.cardinality() > 1) {
			throw severalHeads(target, nodes);
		}
		return nodes.isEmpty() ? Walks.BELOW_ALL : nodes.nextSetBit(0);
	}

	private BitSet heads(Target target) {
		return limited(this.topology.heads(this.topology.all()), branch(target));
	}

	private MigrateException severalHeads(Target target, BitSet heads) {
		List<String> names = new ArrayList<>();
		heads.stream().limit(Names.MOST_LISTED).forEach((node) -> names.add(this.graph.at(node).describe()));
		if (heads.cardinality() > names.size()) {
			names.add((heads.cardinality() - names.size()) + " more");
		}
		String last = names.remove(names.size() - 1);
		return new MigrateException(ErrorCode.SEVERAL_HEADS,
				"'" + target + "' is ambiguous: there are " + heads.cardinality() + " heads, "
						+ String.join(", ", names) + " and " + last + ".",
				"Join them with: db merge -m \"merge heads\"\nOr run all of them: db upgrade "
						+ TargetParser.join(target.branch(), "heads"));
	}

	private static BitSet limited(BitSet nodes, @Nullable Branch branch) {
		return (branch == null) ? nodes : branch.within(nodes);
	}

}
