package dev.migrate.revision;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * A squash that a database is in the middle of: it can neither be run nor counted.
 *
 * @param squash the revision that replaces others
 * @param applied those that the database has
 * @param missing those that it lacks
 */
public record HalfSquash(Revision squash, List<RevisionId> applied, List<RevisionId> missing) {

	public HalfSquash {
		applied = List.copyOf(applied);
		missing = List.copyOf(missing);
	}

	/**
	 * Return the refusal to move such a database.
	 * @return what to throw
	 */
	public MigrateException refusal() {
		return new MigrateException(ErrorCode.HOLE,
				"Revision " + this.squash.describe() + " replaces several of which the database has "
						+ join(this.applied) + " but not " + join(this.missing) + ".",
				"Upgrade this database with a version that still has the replaced files, then use this one.");
	}

	private static String join(List<RevisionId> ids) {
		return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
	}

}
