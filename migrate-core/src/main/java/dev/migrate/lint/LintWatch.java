package dev.migrate.lint;

import java.util.Set;

/**
 * What of a revision has to be watched on a scratch database.
 *
 * @param statements the numbers of the statements, from 0, whose schema before and after
 * is asked for
 * @param ends whether the schemas are asked for that the revision begins and ends with
 */
public record LintWatch(Set<Integer> statements, boolean ends) {

	public LintWatch {
		statements = Set.copyOf(statements);
	}

}
