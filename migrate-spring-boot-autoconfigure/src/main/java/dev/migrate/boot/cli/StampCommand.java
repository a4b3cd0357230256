package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.StampPlan;
import dev.migrate.revision.Range;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.StampReport;
import dev.migrate.service.StampRequest;
import dev.migrate.service.StampScript;
import dev.migrate.service.StampScriptRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db stamp}.
 */
@Command(name = "stamp", description = "Say what is applied, without running anything.",
		footer = { "", "Examples:", "  db stamp head", "  db stamp ca5cd22ac516", "  db stamp --purge --yes head",
				"  db stamp --sql base:head > stamp.sql" })
final class StampCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "1..*",
			description = "What the database is at afterwards; base for nothing.")
	List<String> targets = new ArrayList<>();

	@Option(names = "--purge", description = "Forget first what the database has, unknown revisions too.")
	boolean purge;

	@Option(names = { "-y", "--yes" }, description = "Do not ask.")
	boolean yes;

	@Mixin
	final ScriptOptions script = new ScriptOptions();

	StampCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() {
		if (this.script.sql) {
			return print();
		}
		StampRequest request = new StampRequest(this.targets.stream().map(this.script::target).toList(), this.purge,
				workplace().actor(), this.script.tag);
		MigrationService service = service();
		if (this.purge && !this.yes) {
			ask(service.status().applied().ids().size());
		}
		StampReport report = service.stamp(request);
		result((report.added().isEmpty() && report.removed().isEmpty())
				? "Nothing to do: the database is at " + Lines.ids(report.to()) + "."
				: "Stamped from " + Lines.ids(report.from()) + " to " + Lines.ids(report.to()) + ": "
						+ Lines.count(report.added().size(), "revision") + " added, " + report.removed().size()
						+ " removed; no statement of theirs was run.");
		return end(ExitCodes.DONE, fields(report));
	}

	private int print() {
		if (this.purge) {
			throw ScriptOptions.notWithSql("--purge");
		}
		Range range = null;
		if (this.targets.stream().anyMatch(RangeParser::isRange)) {
			if (this.targets.size() > 1) {
				throw new MigrateException(ErrorCode.USAGE,
						"A range is all that a stamp with --sql takes, but there are " + this.targets.size()
								+ " arguments: " + String.join(" ", this.targets) + ".",
						"Write one range, or targets without a colon.");
			}
			range = RangeParser.parse(this.targets.get(0));
		}
		List<Target> to = (range != null) ? List.of() : this.targets.stream().map(TargetParser::parse).toList();
		StampScript written = service().script(new StampScriptRequest(to, range,
				(range != null) ? this.script.dialect(workplace()) : this.script.dialect, this.script.tag));
		result(written.sql().stripTrailing());
		StampPlan plan = written.plan();
		Map<String, Object> fields = new LinkedHashMap<>(fields(new StampReport(plan.from(), plan.to(),
				plan.added().stream().map((row) -> row.revision().id()).toList(), plan.removed())));
		fields.put("sql", written.sql());
		return end(ExitCodes.DONE, fields);
	}

	private static Map<String, Object> fields(StampReport report) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("from", values(report.from()));
		fields.put("to", values(report.to()));
		fields.put("added", values(report.added()));
		fields.put("removed", values(report.removed()));
		return fields;
	}

	private void ask(long rows) {
		if (rows == 0) {
			return;
		}
		String what = "`db stamp --purge` forgets " + Lines.count(rows, "revision")
				+ ", with the SQL recorded to take them back";
		if (!terminal().interactive()) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED, what + ".", "To go on without a question, add --yes.");
		}
		if (!terminal().confirms(what + ". Go on?")) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED, "Nothing was stamped.", null);
		}
	}

	private static List<String> values(List<RevisionId> ids) {
		return ids.stream().map(RevisionId::value).toList();
	}

}
