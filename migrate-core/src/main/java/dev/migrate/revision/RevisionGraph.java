package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.error.MigrateException;

/**
 * All revisions of a folder and how they stand on each other. Immutable, and checked:
 * every name leads somewhere and nothing goes in a circle. Every list is in history
 * order: the newest first, children and dependents before what they stand on, a branch
 * followed until it meets another; where a choice is left, by id. An upgrade passes the
 * same order backwards.
 */
public final class RevisionGraph {

	private final List<Revision> revisions;

	private final Map<RevisionId, Integer> nodes = new HashMap<>();

	private final Topology topology;

	private final Map<String, Integer> labelled;

	private final Map<RevisionId, RevisionId> replacedBy;

	private final Labels labels;

	RevisionGraph(List<Revision> history, Topology topology, Map<String, Integer> labelled,
			Map<RevisionId, RevisionId> replacedBy) {
		this.revisions = List.copyOf(history);
		this.topology = topology;
		this.labelled = new TreeMap<>(labelled);
		this.replacedBy = new TreeMap<>(replacedBy);
		for (int node = 0; node < this.revisions.size(); node++) {
			this.nodes.put(this.revisions.get(node).id(), node);
		}
		this.labels = new Labels(topology, this.labelled);
	}

	/**
	 * Build the graph of a folder.
	 * @param revisions all its revisions, in any order
	 * @return the graph
	 * @throws MigrateException naming every fault at once: duplicate ids and labels,
	 * missing parents and dependencies, circles, labels that can't be
	 */
	public static RevisionGraph of(Collection<Revision> revisions) {
		return new Assembly(revisions, Set.of()).graph();
	}

	/**
	 * Return the union with revisions that only the database remembers. A neighbour that
	 * neither knows is passed over, and so is a label that is taken.
	 * @param recorded what the database remembers; what this graph has, or has replaced,
	 * is left as it is here
	 * @return the wider graph
	 */
	public RevisionGraph plusRecorded(Collection<Revision> recorded) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Set<RevisionId> added = new HashSet<>();
		for (Revision revision : recorded) {
			if (node(revision.id()) < 0) {
				all.add(revision);
				added.add(revision.id());
			}
		}
		return added.isEmpty() ? this : new Assembly(all, added).graph();
	}

	/**
	 * Return all revisions.
	 * @return the revisions in history order
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

	/**
	 * Find a revision.
	 * @param id its exact id, or one that it replaces
	 * @return the revision, or empty if the folder lacks it
	 */
	public Optional<Revision> find(RevisionId id) {
		int node = node(id);
		return (node < 0) ? Optional.empty() : Optional.of(at(node));
	}

	/**
	 * Return the revisions that none revises.
	 * @return the heads
	 */
	public List<Revision> heads() {
		return list(this.topology.heads(this.topology.all()));
	}

	/**
	 * Return the revisions that none revises and none depends on.
	 * @return the heads that remain when dependencies count as parents
	 */
	public List<Revision> effectiveHeads() {
		return list(this.topology.tops(this.topology.all()));
	}

	/**
	 * Return the revisions that revise nothing.
	 * @return the bases
	 */
	public List<Revision> bases() {
		return list(this.topology.bases());
	}

	/**
	 * Return what a revision revises. A parent that was squashed reads as its squash.
	 * @param id the revision
	 * @return its parents; empty for a base and for an unknown id
	 */
	public List<Revision> parents(RevisionId id) {
		int node = node(id);
		return (node < 0) ? List.of() : list(Topology.of(this.topology.parents(node)));
	}

	/**
	 * Return what revises a revision.
	 * @param id the revision
	 * @return its children; empty for a head and for an unknown id
	 */
	public List<Revision> children(RevisionId id) {
		int node = node(id);
		return (node < 0) ? List.of() : list(Topology.of(this.topology.children(node)));
	}

	/**
	 * Return what a revision depends on, besides its parents.
	 * @param id the revision
	 * @return the revisions that its dependencies stand for
	 */
	public List<Revision> dependencies(RevisionId id) {
		int node = node(id);
		return (node < 0) ? List.of() : list(
				Topology.minus(Topology.of(this.topology.below(node)), Topology.of(this.topology.parents(node))));
	}

	/**
	 * Return what depends on a revision, besides its children.
	 * @param id the revision
	 * @return the revisions that name it in depends-on
	 */
	public List<Revision> dependents(RevisionId id) {
		int node = node(id);
		return (node < 0) ? List.of() : list(
				Topology.minus(Topology.of(this.topology.above(node)), Topology.of(this.topology.children(node))));
	}

	/**
	 * Return what must be there for some revisions to be there.
	 * @param ids the revisions; unknown ones are passed over
	 * @return they and all below them, dependencies included
	 */
	public List<Revision> ancestors(Collection<RevisionId> ids) {
		return list(this.topology.ancestors(nodes(ids)));
	}

	/**
	 * Return what can't be there without some revisions.
	 * @param ids the revisions; unknown ones are passed over
	 * @return they and all above them, dependents included
	 */
	public List<Revision> descendants(Collection<RevisionId> ids) {
		return list(this.topology.descendants(nodes(ids)));
	}

	/**
	 * Return the branch labels that a revision carries: its own, those of all it stands
	 * on over parents, and those from above along a plain line, up to the next merge or
	 * branch point.
	 * @param id the revision
	 * @return the labels; empty for an unknown id
	 */
	public SortedSet<String> labels(RevisionId id) {
		int node = node(id);
		return (node < 0) ? Collections.emptySortedSet() : spread(node);
	}

	/**
	 * Return the revisions with several children.
	 * @return the branch points
	 */
	public List<Revision> branchPoints() {
		BitSet points = new BitSet();
		for (int node = 0; node < this.topology.size(); node++) {
			points.set(node, this.topology.children(node).length > 1);
		}
		return list(points);
	}

	/**
	 * Tell whether a revision joins several.
	 * @param id the revision
	 * @return whether it has several parents
	 */
	public boolean isMerge(RevisionId id) {
		int node = node(id);
		return node >= 0 && this.topology.parents(node).length > 1;
	}

	/**
	 * Return the applied revisions that no applied one revises.
	 * @param applied what the database has
	 * @return the current heads; unknown ids don't count
	 */
	public List<Revision> currentHeads(Applied applied) {
		return list(this.topology.heads(nodes(normalise(applied).ids())));
	}

	/**
	 * Resolve the target of a command.
	 * @param target the target
	 * @param applied what the database has
	 * @param direction which way the command goes
	 * @return the ids it stands for; empty for base
	 * @throws MigrateException if it stands for nothing, or for too much
	 */
	public SortedSet<RevisionId> resolve(Target target, Applied applied, Direction direction) {
		return ids(new TargetResolver(this, applied, direction).resolve(target));
	}

	/**
	 * Resolve the target of a command that moves nothing.
	 * @param target the target
	 * @param applied what the database has, as far as it was asked
	 * @return the ids it stands for; empty for base
	 * @throws MigrateException if it stands for nothing, or for too much
	 */
	public SortedSet<RevisionId> resolve(Target target, Applied applied) {
		return ids(new TargetResolver(this, applied, null).resolve(target));
	}

	/**
	 * Say what an upgrade runs. Looks at the target only; {@code checkUpgrade} also looks
	 * at the state of the database.
	 * @param applied what the database has
	 * @param target where to go
	 * @return the movements, in the order of running; empty if there is nothing to do
	 * @throws MigrateException if the target can't be resolved, or is older than current
	 */
	public List<Movement> upgrade(Applied applied, Target target) {
		return new Routes(this, applied).upgrade(target);
	}

	/**
	 * Say what a downgrade takes back.
	 * @param applied what the database has; all of it must be in this graph
	 * @param target where to go
	 * @return the movements, in the order of running; empty if there is nothing to do
	 * @throws MigrateException if the target can't be resolved, or is not below current
	 */
	public List<Movement> downgrade(Applied applied, Target target) {
		return new Routes(this, applied).downgrade(target);
	}

	/**
	 * Say what an upgrade runs, and refuse what must not run on a database in this state.
	 * @param applied what the database has
	 * @param target where to go
	 * @return the movements, as {@link #upgrade(Applied, Target)} gives them
	 * @throws MigrateException also if something is pending while the database has
	 * revisions that this graph lacks, and if a pending revision lies below an applied
	 * one
	 */
	public List<Movement> checkUpgrade(Applied applied, Target target) {
		List<Movement> movements = upgrade(applied, target);
		new Refusals(this, applied).refuse(movements);
		return movements;
	}

	/**
	 * Say what an upgrade runs between two places of the graph, whatever a database has.
	 * @param range from where, base if open, to where, all heads if open
	 * @return the movements, in the order of running
	 * @throws MigrateException if an end can't be resolved, or the ends don't lie on one
	 * line
	 */
	public List<Movement> upgrade(Range range) {
		return new Ranges(this).upgrade(range);
	}

	/**
	 * Say what a downgrade takes back between two places of the graph, whatever a
	 * database has.
	 * @param range from where, all heads if open, to where, base if open
	 * @return the movements, in the order of running
	 * @throws MigrateException if an end can't be resolved, or the second is not below
	 * the first
	 */
	public List<Movement> downgrade(Range range) {
		return new Ranges(this).downgrade(range);
	}

	/**
	 * Return what a database has that stands where a range starts.
	 * @param range from where to where
	 * @param direction which way
	 * @return its revisions and all below them
	 * @throws MigrateException if an end can't be resolved, or the ends don't lie on one
	 * line
	 */
	public Applied start(Range range, Direction direction) {
		return new Ranges(this).start(range, direction);
	}

	/**
	 * Return what a database has that stands where a range starts, wherever the range
	 * goes.
	 * @param range from where, base if open, to where
	 * @return its revisions and all below them
	 * @throws MigrateException if the start can't be resolved without a database
	 */
	public Applied start(Range range) {
		return new Ranges(this).start(range);
	}

	/**
	 * Return the revisions of a range, both ends included. {@code +N} as its end counts
	 * from its start, {@code -N} as its start back from its end, at most to the base.
	 * @param range from where, base if open, to where, all heads if open
	 * @param applied what the database has, for {@code current}
	 * @return the revisions in history order
	 * @throws MigrateException if an end can't be resolved, or the ends don't lie on one
	 * line
	 */
	public List<Revision> history(Range range, Applied applied) {
		return new Ranges(this).history(range, applied);
	}

	/**
	 * Return what a database has that stands exactly at some place of the graph.
	 * @param target the place
	 * @return its revisions and all below them, dependencies included
	 */
	public Applied appliedAt(Target target) {
		return new Applied(
				ids(this.topology.ancestors(new TargetResolver(this, Applied.none(), null).resolve(target))));
	}

	/**
	 * Say what is applied after a stamp. At and below the targets everything is; what
	 * stands on them is not; other branches stay. {@code base} empties the set,
	 * {@code label@base} the branch, except for what other branches stand on.
	 * @param applied what the database has; unknown ids stay, unless for {@code base}
	 * @param targets the places to stamp, none of them below another
	 * @return the new set
	 * @throws MigrateException if a target can't be resolved, or lies below another
	 */
	public Applied stamp(Applied applied, List<Target> targets) {
		return new Stamping(this, applied).stamp(targets);
	}

	/**
	 * Say what it takes to be rid of some revisions.
	 * @param applied what the database has
	 * @param ids the revisions; those not applied are passed over
	 * @return the movements: they, and before them what stands on them
	 */
	public List<Movement> takeBack(Applied applied, Collection<RevisionId> ids) {
		return new Routes(this, applied).takeBack(Topology.both(nodes(ids), nodes(normalise(applied).ids())));
	}

	/**
	 * Return the applied set with every squash counted: a database that has all revisions
	 * which a squash replaces has the squash instead.
	 * @param applied what the database has
	 * @return the same in the terms of this graph
	 */
	public Applied normalise(Applied applied) {
		Set<RevisionId> gone = new TreeSet<>();
		Set<RevisionId> come = new TreeSet<>();
		for (Revision squash : squashes()) {
			if (applied.contains(squash.id()) || applied.ids().containsAll(squash.replaces())) {
				gone.addAll(squash.replaces());
				come.add(squash.id());
			}
		}
		return come.isEmpty() ? applied : applied.without(gone).with(come);
	}

	Topology topology() {
		return this.topology;
	}

	/** Return the revision at a place in the history. */
	Revision at(int node) {
		return this.revisions.get(node);
	}

	/** Return the place of an id, or of what replaced it; -1 if there is none. */
	int node(RevisionId id) {
		RevisionId squash = this.replacedBy.get(id);
		Integer node = this.nodes.get((squash != null) ? squash : id);
		return (node != null) ? node : -1;
	}

	/** Return the places of those ids that stand in the graph under their own name. */
	BitSet nodes(Collection<RevisionId> ids) {
		BitSet set = new BitSet();
		for (RevisionId id : ids) {
			Integer node = this.nodes.get(id);
			if (node != null) {
				set.set(node);
			}
		}
		return set;
	}

	/** Return for each label the place where it is declared, sorted by label. */
	Map<String, Integer> labelled() {
		return this.labelled;
	}

	SortedSet<String> spread(int node) {
		return this.labels.of(node);
	}

	/** Return the revisions that replace others, by id. */
	List<Revision> squashes() {
		if (this.replacedBy.isEmpty()) {
			return List.of();
		}
		return this.replacedBy.values().stream().distinct().sorted().map((id) -> at(node(id))).toList();
	}

	List<Revision> list(BitSet places) {
		List<Revision> result = new ArrayList<>(places.cardinality());
		for (int node = places.nextSetBit(0); node >= 0; node = places.nextSetBit(node + 1)) {
			result.add(at(node));
		}
		return List.copyOf(result);
	}

	SortedSet<RevisionId> ids(BitSet places) {
		List<RevisionId> ids = new ArrayList<>(places.cardinality());
		for (int node = places.nextSetBit(0); node >= 0; node = places.nextSetBit(node + 1)) {
			ids.add(at(node).id());
		}
		return Applied.of(ids).ids();
	}

}
