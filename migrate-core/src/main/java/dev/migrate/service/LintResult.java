package dev.migrate.service;

import java.util.List;

import dev.migrate.lint.LintReport;
import dev.migrate.lint.Severity;
import dev.migrate.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What was found in revisions.
 *
 * @param revisions that were looked at, in the order of an upgrade
 * @param report what was found
 * @param notes why less could be seen than usual, one sentence each
 * @param failOn the least severity that an upgrade is refused for, or null for none
 */
public record LintResult(List<Revision> revisions, LintReport report, List<String> notes, @Nullable Severity failOn) {

	public LintResult {
		revisions = List.copyOf(revisions);
		notes = List.copyOf(notes);
	}

	/**
	 * Tell whether what was found is bad enough to fail: an error always is.
	 * @return true if somebody has to look at it
	 */
	public boolean failed() {
		return this.report.count(Severity.ERROR) > 0
				|| (this.failOn == Severity.WARNING && !this.report.findings().isEmpty());
	}

}
