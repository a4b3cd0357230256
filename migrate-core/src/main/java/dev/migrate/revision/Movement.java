package dev.migrate.revision;

import java.util.List;

/**
 * One revision on the way from what is applied to a target.
 *
 * @param revision the revision that is passed
 * @param direction which way
 */
public record Movement(Revision revision, Direction direction) {

	/**
	 * Return what is applied after this movement.
	 * @param applied what is applied before it
	 * @return the new set
	 */
	public Applied after(Applied applied) {
		return applied.after(List.of(this));
	}

}
