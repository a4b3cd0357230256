package dev.migrate.revision;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The revisions that a database says it has: all of them, not only the heads, and also
 * those that no graph knows.
 *
 * @param ids the ids in their natural order
 */
public record Applied(SortedSet<RevisionId> ids) {

	private static final Applied NONE = new Applied(Collections.emptySortedSet());

	public Applied {
		ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
	}

	/**
	 * Return the set of an empty database.
	 * @return nothing applied
	 */
	public static Applied none() {
		return NONE;
	}

	/**
	 * Return a set of ids.
	 * @param ids the ids, in any order
	 * @return the set
	 */
	public static Applied of(Collection<RevisionId> ids) {
		return new Applied(new TreeSet<>(ids));
	}

	/**
	 * Return a set of ids given as text.
	 * @param ids the ids, in any order
	 * @return the set
	 */
	public static Applied of(String... ids) {
		return of(Arrays.stream(ids).map(RevisionId::of).toList());
	}

	/**
	 * Tell whether a revision is applied.
	 * @param id the revision
	 * @return whether it is
	 */
	public boolean contains(RevisionId id) {
		return this.ids.contains(id);
	}

	/**
	 * Tell whether nothing is applied.
	 * @return whether the set is empty
	 */
	public boolean isEmpty() {
		return this.ids.isEmpty();
	}

	/**
	 * Return the set with one revision more.
	 * @param id the revision
	 * @return the new set
	 */
	public Applied with(RevisionId id) {
		return with(List.of(id));
	}

	/**
	 * Return the set with more revisions.
	 * @param more the revisions
	 * @return the new set
	 */
	public Applied with(Collection<RevisionId> more) {
		NavigableSet<RevisionId> result = new TreeSet<>(this.ids);
		result.addAll(more);
		return new Applied(result);
	}

	/**
	 * Return the set with one revision less.
	 * @param id the revision
	 * @return the new set
	 */
	public Applied without(RevisionId id) {
		return without(List.of(id));
	}

	/**
	 * Return the set with fewer revisions.
	 * @param fewer the revisions to leave out
	 * @return the new set
	 */
	public Applied without(Collection<RevisionId> fewer) {
		NavigableSet<RevisionId> result = new TreeSet<>(this.ids);
		fewer.forEach(result::remove);
		return new Applied(result);
	}

	/**
	 * Return the set after some movements.
	 * @param movements the movements, in the order of running
	 * @return the new set
	 */
	public Applied after(Collection<Movement> movements) {
		NavigableSet<RevisionId> result = new TreeSet<>(this.ids);
		for (Movement movement : movements) {
			if (movement.direction() == Direction.UPGRADE) {
				result.add(movement.revision().id());
			}
			else {
				result.remove(movement.revision().id());
			}
		}
		return new Applied(result);
	}

}
