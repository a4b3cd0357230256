package dev.migrate.revision;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Gives a range its meaning: for a history the revisions between two ends, without a
 * database the movements from one end to the other.
 */
final class Ranges {

	private final RevisionGraph graph;

	private final Topology topology;

	Ranges(RevisionGraph graph) {
		this.graph = graph;
		this.topology = graph.topology();
	}

	List<Revision> history(Range range, Applied applied) {
		BitSet to;
		BitSet from;
		if (isUp(range.to()) && range.to() != null) {
			from = resolve(range.from(), applied);
			Applied start = (range.from() instanceof Target.Current || isDown(range.from())) ? applied : at(from);
			to = resolve(range.to(), start);
		}
		else {
			to = resolve(upperEnd(range), applied);
			boolean fromEnd = isDown(range.from()) && !isRelativeToCurrent(range.to());
			from = clamped(range.from(), fromEnd ? at(to) : applied);
		}
		BitSet upper = this.topology.ancestors(to);
		refuseUnlinked(range, from, to, upper);
		BitSet between = Topology.minus(upper, this.topology.ancestors(from));
		between.or(from);
		return this.graph.list(between);
	}

	List<Movement> upgrade(Range range) {
		return this.graph.upgrade(start(range, Direction.UPGRADE), range.end(Direction.UPGRADE));
	}

	List<Movement> downgrade(Range range) {
		return this.graph.downgrade(start(range, Direction.DOWNGRADE), range.end(Direction.DOWNGRADE));
	}

	Applied start(Range range, Direction direction) {
		refuseCurrent(range);
		if (direction == Direction.DOWNGRADE) {
			return at(resolve((range.from() != null) ? range.from() : Target.heads(), Applied.none()));
		}
		Target end = upperEnd(range);
		BitSet from = isDown(range.from()) ? clamped(range.from(), at(resolve(end, Applied.none())))
				: resolve(range.from(), Applied.none());
		Applied start = at(from);
		this.graph.upgrade(start, end);
		BitSet to = new TargetResolver(this.graph, start, Direction.UPGRADE).resolve(end);
		refuseUnlinked(range, from, to, this.topology.ancestors(to));
		return start;
	}

	Applied start(Range range) {
		refuseCurrent(range);
		if (isDown(range.from())) {
			throw needsADatabase(range);
		}
		return at(resolve(range.from(), Applied.none()));
	}

	private static Target upperEnd(Range range) {
		return range.end(Direction.UPGRADE);
	}

	private BitSet resolve(@Nullable Target target, Applied applied) {
		return (target == null) ? new BitSet() : new TargetResolver(this.graph, applied, null).resolve(target);
	}

	/** Counting back past the base means from the base. */
	private BitSet clamped(@Nullable Target target, Applied applied) {
		if (target instanceof Target.Relative relative && isDown(target)
				&& -relative.offset() >= applied.ids().size()) {
			return new BitSet();
		}
		return resolve(target, applied);
	}

	private Applied at(BitSet nodes) {
		return new Applied(this.graph.ids(this.topology.ancestors(nodes)));
	}

	private void refuseUnlinked(Range range, BitSet from, BitSet to, BitSet upper) {
		if (Topology.minus(from, upper).isEmpty()) {
			return;
		}
		BitSet lower = this.topology.ancestors(from);
		if (Topology.minus(to, lower).isEmpty()) {
			throw Names.unknown("The range " + range + " is written the wrong way round: " + range.to()
					+ " is older than " + range.from() + ".", "Write " + new Range(range.to(), range.from()));
		}
		throw Names.unknown("The two ends of the range " + range + " do not lie on one line.",
				"The first end must be below the second one.");
	}

	private static void refuseCurrent(Range range) {
		boolean twice = isRelativeToCurrent(range.from()) && isRelativeToCurrent(range.to());
		if (range.from() instanceof Target.Current || range.to() instanceof Target.Current || twice
				|| isUp(range.from())) {
			throw needsADatabase(range);
		}
	}

	private static MigrateException needsADatabase(Range range) {
		return new MigrateException(ErrorCode.USAGE,
				"The range " + range + " needs to know what the database has, and --sql does not ask it.",
				"Name the revision to start from.");
	}

	private static boolean isRelativeToCurrent(@Nullable Target target) {
		return isUp(target) || isDown(target);
	}

	private static boolean isUp(@Nullable Target target) {
		return target instanceof Target.Relative relative && relative.from() instanceof Target.Current
				&& relative.offset() > 0;
	}

	private static boolean isDown(@Nullable Target target) {
		return target instanceof Target.Relative relative && relative.from() instanceof Target.Current
				&& relative.offset() < 0;
	}

}
