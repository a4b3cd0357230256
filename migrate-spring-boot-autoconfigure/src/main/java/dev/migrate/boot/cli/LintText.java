package dev.migrate.boot.cli;

import dev.migrate.lint.Finding;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.Severity;
import dev.migrate.service.LintResult;

/**
 * Tells people what was found in revisions: file by file, or one line each where it is to
 * be quiet.
 */
final class LintText {

	private final DatabaseCommand command;

	LintText(DatabaseCommand command) {
		this.command = command;
	}

	void show(LintResult linted) {
		LintReport report = linted.report();
		if (this.command.common.quiet) {
			report.findings().forEach((finding) -> this.command.result(finding.location() + ": " + line(finding)));
			return;
		}
		String file = "";
		for (Finding finding : report.findings()) {
			if (!finding.location().source().equals(file)) {
				file = finding.location().source();
				this.command.result(file);
			}
			show(finding);
		}
		if (this.command.common.verbose) {
			report.allowed().forEach(this::show);
			if (report.unread() > 0) {
				this.command.result("Not analysed: " + report.unread() + " of "
						+ Lines.count(report.statements(), "statement") + ".");
			}
		}
		this.command.result(footer(linted));
	}

	private static String line(Finding finding) {
		return LintCommand.word(finding.severity()) + " " + finding.rule() + " " + finding.message();
	}

	private void show(Finding finding) {
		this.command.result("  " + finding.location().line() + ": " + line(finding));
		if (finding.hint() != null) {
			finding.hint().lines().forEach((line) -> this.command.result("      " + line));
		}
	}

	private void show(LintReport.Allowed allowed) {
		this.command.result(
				"Allowed: " + allowed.finding().location() + " " + allowed.finding().rule() + ", " + allowed.reason());
	}

	private static String footer(LintResult linted) {
		LintReport report = linted.report();
		int revisions = linted.revisions().size();
		if (revisions == 0) {
			return "No revision is pending. To look at others, name them: `db lint head`.";
		}
		int allowed = report.allowed().size();
		String found = report.findings().isEmpty() ? "Nothing found"
				: Lines.count(report.count(Severity.ERROR), "error") + ", "
						+ Lines.count(report.count(Severity.WARNING), "warning");
		return found + " in " + Lines.count(revisions, "revision") + ((allowed > 0) ? "; " + allowed + " allowed" : "")
				+ ".";
	}

}
