package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Counts steps along the graph. Refuses where a step could go two ways, with the words
 * that say which.
 */
final class Walks {

	/** The place below every base. */
	static final int BELOW_ALL = -1;

	private final RevisionGraph graph;

	private final Topology topology;

	Walks(RevisionGraph graph) {
		this.graph = graph;
		this.topology = graph.topology();
	}

	/**
	 * Walk towards the heads.
	 * @param start the first node, or {@link #BELOW_ALL}
	 * @param branch where to stay, or null
	 * @param target what the user wrote: its offset counts
	 * @return the node reached
	 */
	int up(int start, @Nullable Branch branch, Target.Relative target) {
		int at = start;
		for (int step = 0; step < target.offset(); step++) {
			BitSet next = (at == BELOW_ALL) ? this.topology.bases() : Topology.of(this.topology.children(at));
			if (branch != null) {
				next = branch.within(next);
			}
			if (next.isEmpty()) {
				throw Names.unknown("'" + target + "' goes too far: above " + name(start) + " there "
						+ areOnly(step, "revision") + ".", null);
			}
			if (next.cardinality() > 1) {
				throw forked(target, at, next, step);
			}
			at = next.nextSetBit(0);
		}
		return at;
	}

	/**
	 * Walk towards the bases, to the last revision that is passed: a step over a merge
	 * passes the merge alone, so only a further one must know which way.
	 * @param start the first node
	 * @param branch where to stay, or null
	 * @param target what the user wrote: its offset counts
	 * @return the node whose parents are the target
	 */
	int down(int start, @Nullable Branch branch, Target.Relative target) {
		int at = start;
		for (int step = 1; step < -target.offset(); step++) {
			BitSet next = Topology.of(this.topology.parents(at));
			if (branch != null) {
				next = branch.within(next);
			}
			if (next.isEmpty()) {
				throw Names.unknown("'" + target + "' goes too far: from " + name(start) + " down to the base there "
						+ areOnly(step, "revision") + ".", null);
			}
			if (next.cardinality() > 1) {
				throw merged(target, at, next);
			}
			at = next.nextSetBit(0);
		}
		return at;
	}

	/**
	 * Take back the one current head again and again.
	 * @param applied the applied nodes
	 * @param branch where the heads are looked for, or null
	 * @param target what the user wrote: its offset counts
	 * @return what is taken back: the heads, and what depends on them from elsewhere
	 */
	BitSet back(BitSet applied, @Nullable Branch branch, Target.Relative target) {
		BitSet back = new BitSet();
		BitSet pool = (branch == null) ? (BitSet) applied.clone() : branch.within(applied);
		int[] standing = new int[this.topology.size()];
		BitSet tops = new BitSet();
		for (int node = pool.nextSetBit(0); node >= 0; node = pool.nextSetBit(node + 1)) {
			standing[node] = Topology.both(Topology.of(this.topology.above(node)), pool).cardinality();
			tops.set(node, standing[node] == 0);
		}
		for (int step = 0; step < -target.offset(); step++) {
			if (tops.isEmpty()) {
				String where = (branch == null) ? "" : " on the branch '" + branch.name() + "'";
				throw Names.unknown(
						"'" + target + "' goes too far: there " + areOnly(step, "applied revision") + where + ".",
						(step == 0) ? null : "db downgrade " + TargetParser.join(target.branch(), "base")
								+ " takes all of them back.");
			}
			if (tops.cardinality() > 1) {
				throw severalCurrent(target, tops, step);
			}
			// What is taken needs no second visit: all above it is taken too.
			BitSet taken = Topology.both(this.topology.descendants(tops, back), applied);
			back.or(taken);
			take(taken, pool, standing, tops);
		}
		return back;
	}

	private void take(BitSet taken, BitSet pool, int[] standing, BitSet tops) {
		for (int node = taken.nextSetBit(0); node >= 0; node = taken.nextSetBit(node + 1)) {
			if (!pool.get(node)) {
				continue;
			}
			pool.clear(node);
			tops.clear(node);
			for (int lower : this.topology.below(node)) {
				if (pool.get(lower) && --standing[lower] == 0) {
					tops.set(lower);
				}
			}
		}
	}

	/**
	 * Refuse to count steps from several current heads.
	 * @param target what the user wrote
	 * @param tops the current heads
	 * @param step how many steps were clear
	 * @return the refusal
	 */
	MigrateException severalCurrent(Target.Relative target, BitSet tops, int step) {
		String after = (step == 0) ? "" : "after " + step + ((step == 1) ? " step " : " steps ");
		String count = tops.cardinality() + " heads are current";
		int left = (target.offset() < 0) ? target.offset() + step : target.offset() - step;
		List<String> lines = new ArrayList<>();
		lines.add((step == 0) ? "Say which one:" : "Go " + step + " first, then say which one:");
		String suffix = ((left > 0) ? "+" : "") + left;
		tops.stream()
			.limit(Names.MOST_LISTED)
			.forEach((node) -> lines
				.add("  " + choices(node, tops, suffix) + "  (" + this.graph.at(node).describe() + ")"));
		return new MigrateException(ErrorCode.SEVERAL_HEADS, "'" + target + "' is ambiguous: " + after + count + ".",
				String.join("\n", lines));
	}

	private MigrateException forked(Target.Relative target, int at, BitSet next, int step) {
		String from = (at == BELOW_ALL) ? "base" : this.graph.at(at).id().value();
		return Names.unknown(
				"'" + target + "' is ambiguous: above " + name(at) + " there are " + next.cardinality() + " ways.",
				ways(next, from + "+" + (target.offset() - step)));
	}

	private MigrateException merged(Target.Relative target, int at, BitSet next) {
		String from = (target.from() instanceof Target.Named named) ? named.name() : "head";
		return Names.unknown(
				"'" + target + "' is ambiguous: " + name(at) + " is a merge of " + next.cardinality() + " revisions.",
				ways(next, from + target.offset()));
	}

	private String ways(BitSet next, String rest) {
		List<String> lines = new ArrayList<>();
		lines.add("Say which way:");
		next.stream().limit(Names.MOST_LISTED).forEach((node) -> {
			String label = singleLabel(node, next);
			String branch = (label != null) ? label : this.graph.at(node).id().value();
			lines.add("  " + branch + "@" + rest + "  (" + this.graph.at(node).describe() + ")");
		});
		return String.join("\n", lines);
	}

	private String choices(int node, BitSet others, String suffix) {
		String byId = this.graph.at(node).id() + suffix;
		String label = singleLabel(node, others);
		return (label != null) ? label + "@" + suffix + " or " + byId : byId;
	}

	/** Return the label, if any, that tells a node from the others. */
	private @Nullable String singleLabel(int node, BitSet others) {
		for (String label : this.graph.spread(node)) {
			Integer anchor = this.graph.labelled().get(label);
			if (anchor != null && Topology.both(this.topology.lineage(anchor), others).equals(Topology.only(node))) {
				return label;
			}
		}
		return null;
	}

	private String name(int node) {
		return (node == BELOW_ALL) ? "base" : this.graph.at(node).describe();
	}

	private static String areOnly(int count, String noun) {
		return switch (count) {
			case 0 -> "is no " + noun;
			case 1 -> "is only 1 " + noun;
			default -> "are only " + count + " " + noun + "s";
		};
	}

}
