package dev.migrate.revision;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says what is applied after a stamp: what lies at or below a target is, what stands on
 * it is not, the rest stays as it was.
 */
final class Stamping {

	private final RevisionGraph graph;

	private final Topology topology;

	private Applied applied;

	Stamping(RevisionGraph graph, Applied applied) {
		this.graph = graph;
		this.topology = graph.topology();
		this.applied = graph.normalise(applied);
	}

	Applied stamp(List<Target> targets) {
		TargetResolver resolver = new TargetResolver(this.graph, this.applied, null);
		BitSet marked = new BitSet();
		for (Target target : targets) {
			BitSet nodes = resolver.resolve(target);
			if (nodes.isEmpty()) {
				empty(resolver.branch(target));
			}
			marked.or(nodes);
		}
		refuseOverlap(marked);
		BitSet above = Topology.minus(this.topology.descendants(marked), marked);
		BitSet below = this.topology.ancestors(marked);
		// A target may depend on something that stands on another one.
		return this.applied.without(this.graph.ids(Topology.minus(above, below))).with(this.graph.ids(below));
	}

	/** Below a branch may stand others: what they need stays. */
	private void empty(@Nullable Branch branch) {
		if (branch == null) {
			this.applied = Applied.none();
			return;
		}
		BitSet nodes = this.graph.nodes(this.applied.ids());
		BitSet line = this.topology.descendants(Topology.only(branch.anchor()));
		line.or(branch.lineage());
		BitSet others = Topology.minus(nodes, line);
		BitSet gone = Topology.minus(Topology.both(nodes, line), this.topology.ancestors(others));
		this.applied = this.applied.without(this.graph.ids(gone));
	}

	private void refuseOverlap(BitSet marked) {
		BitSet lower = this.topology.underneath(marked);
		lower.and(marked);
		if (!lower.isEmpty()) {
			String upper = Refusals.join(this.graph.ids(Topology.minus(marked, lower)));
			throw Names.unknown(
					"The targets overlap: " + Refusals.join(this.graph.ids(lower)) + " lies below " + upper + ".",
					"Name only " + upper + ".");
		}
	}

}
