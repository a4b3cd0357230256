package dev.migrate.lint;

import java.util.List;

/**
 * What was found in some revisions.
 *
 * @param findings what is dangerous, in the order of the revisions and their lines
 * @param allowed what would be, had it not been allowed, with the reasons
 * @param statements how many statements were looked at
 * @param unread how many of them were not understood, wholly or in part
 */
public record LintReport(List<Finding> findings, List<Allowed> allowed, int statements, int unread) {

	public LintReport {
		findings = List.copyOf(findings);
		allowed = List.copyOf(allowed);
	}

	/**
	 * Count the findings of a severity.
	 * @param severity which
	 * @return how many
	 */
	public int count(Severity severity) {
		return (int) this.findings.stream().filter((finding) -> finding.severity() == severity).count();
	}

	/**
	 * A finding that somebody has allowed.
	 *
	 * @param finding what
	 * @param reason why
	 */
	public record Allowed(Finding finding, String reason) {
	}

}
