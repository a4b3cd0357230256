package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to hold before a script may change anything.
 *
 * @param tables our tables
 * @param lock whether no other run may be at work
 * @param applied revisions that have to be applied
 * @param absent revisions that may not be applied
 * @param links where the first of two is applied, the second has to be
 * @param squashes of what a squash replaces all may be applied, or nothing
 */
public record ScriptGuard(OwnTables tables, Lock lock, List<String> applied, List<String> absent, List<Link> links,
		List<Squash> squashes) {

	public ScriptGuard {
		applied = List.copyOf(applied);
		absent = List.copyOf(absent);
		links = List.copyOf(links);
		squashes = List.copyOf(squashes);
	}

	/**
	 * Return a guard that asks nothing of the version table.
	 * @param tables our tables
	 * @param lock whether no other run may be at work
	 * @return the guard
	 */
	public static ScriptGuard of(OwnTables tables, Lock lock) {
		return new ScriptGuard(tables, lock, List.of(), List.of(), List.of(), List.of());
	}

	/**
	 * Return the guard that asks for revisions as well.
	 * @param nowApplied revisions that have to be applied
	 * @param nowAbsent revisions that may not be applied
	 * @return the guard
	 */
	public ScriptGuard expecting(List<String> nowApplied, List<String> nowAbsent) {
		return new ScriptGuard(this.tables, this.lock, nowApplied, nowAbsent, this.links, this.squashes);
	}

	/**
	 * Return the guard that asks for a history without gaps as well.
	 * @param nowLinks where the first of two is applied, the second has to be
	 * @param nowSquashes of what a squash replaces all may be applied, or nothing
	 * @return the guard
	 */
	public ScriptGuard joining(List<Link> nowLinks, List<Squash> nowSquashes) {
		return new ScriptGuard(this.tables, this.lock, this.applied, this.absent, nowLinks, nowSquashes);
	}

	/** Whether other runs are kept out. */
	public enum Lock {

		/** Until the script ends. */
		TAKEN,

		/** The claim of each revision has to be enough. */
		NOT_TAKEN

	}

	/**
	 * A revision and one that it stands on.
	 *
	 * @param upper the one that stands on the other
	 * @param lower the other
	 */
	public record Link(String upper, String lower) {
	}

	/**
	 * A revision that takes the place of others.
	 *
	 * @param id the revision
	 * @param replaces the others
	 */
	public record Squash(String id, List<String> replaces) {

		public Squash {
			replaces = List.copyOf(replaces);
		}

		/**
		 * Return every name that it goes under.
		 * @return its own id, then the others
		 */
		public List<String> names() {
			List<String> names = new ArrayList<>();
			names.add(this.id);
			names.addAll(this.replaces);
			return names;
		}

	}

}
