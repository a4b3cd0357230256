package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.lint.Finding;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.revision.Revision;
import dev.migrate.service.LintResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db lint}.
 */
@Command(name = "lint",
		description = { "Look for what is dangerous in revisions.",
				"Ends with 1 if there are errors, or warnings where spring.migrate.lint.fail-on is warning.",
				"`-- migrate:allow RULE reason` above a statement allows what it does." },
		footer = { "", "Examples:", "  db lint", "  db lint head", "  db lint 28d9:head", "  db lint --rules" })
final class LintCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*",
			description = "Which: revisions, or ranges a:b. Those that are pending by default, or all if the database"
					+ " does not answer.")
	List<String> revisions = new ArrayList<>();

	@Option(names = "--rules", description = "List the rules.")
	boolean rules;

	LintCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		if (this.rules) {
			return Several.NONE;
		}
		return this.revisions.isEmpty() ? Several.EACH : Several.ONE;
	}

	@Override
	public Integer call() {
		if (this.rules) {
			return listRules();
		}
		LintResult linted = workplace().autogeneration().linting().lint(this.revisions);
		LintReport report = linted.report();
		linted.notes().forEach((note) -> terminal().remark("WARN " + note));
		new LintText(this).show(linted);
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("revisions", linted.revisions().stream().map(Revision::id).toList());
		fields.put("findings", report.findings().stream().map(LintCommand::fields).toList());
		fields.put("allowed", report.allowed().stream().map(LintCommand::fields).toList());
		fields.put("statements", report.statements());
		fields.put("notAnalysed", report.unread());
		fields.put("notes", linted.notes());
		return end(linted.failed() ? ExitCodes.FAILED : ExitCodes.DONE, fields);
	}

	private int listRules() {
		List<Map<String, Object>> listed = new ArrayList<>();
		for (LintRule rule : LintRule.values()) {
			String severity = word(rule.severity());
			result(String.format(Locale.ROOT, "%s  %-7s  %s%s", rule, severity, rule.title(),
					rule.postgresqlOnly() ? " (PostgreSQL)" : ""));
			Map<String, Object> fields = new LinkedHashMap<>();
			fields.put("code", rule.name());
			fields.put("severity", severity);
			fields.put("title", rule.title());
			listed.add(fields);
		}
		return end(ExitCodes.DONE, Map.of("rules", listed));
	}

	static String word(Severity severity) {
		return severity.name().toLowerCase(Locale.ROOT);
	}

	private static Map<String, Object> fields(Finding finding) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("code", finding.rule().name());
		fields.put("severity", word(finding.severity()));
		fields.put("message", finding.message());
		fields.put("revision", finding.revision());
		fields.put("location", finding.location());
		if (finding.hint() != null) {
			fields.put("hint", finding.hint());
		}
		return fields;
	}

	private static Map<String, Object> fields(LintReport.Allowed allowed) {
		Map<String, Object> fields = fields(allowed.finding());
		fields.remove("hint");
		fields.put("reason", allowed.reason());
		return fields;
	}

}
