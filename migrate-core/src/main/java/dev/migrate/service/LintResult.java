package dev.migrate.service;

import java.util.List;

import dev.migrate.lint.LintReport;
import dev.migrate.revision.Revision;

/**
 * What was found in revisions.
 *
 * @param revisions that were looked at, in the order of an upgrade
 * @param report what was found
 * @param notes why less could be seen than usual, one sentence each
 */
public record LintResult(List<Revision> revisions, LintReport report, List<String> notes) {

	public LintResult {
		revisions = List.copyOf(revisions);
		notes = List.copyOf(notes);
	}

}
