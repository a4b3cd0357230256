package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.StampReport;
import dev.migrate.service.StampRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db stamp}.
 */
@Command(name = "stamp", description = "Say what is applied, without running anything.",
		footer = { "", "Examples:", "  db stamp head", "  db stamp ca5cd22ac516", "  db stamp --purge --yes head" })
final class StampCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "1..*",
			description = "What the database is at afterwards; base for nothing.")
	List<String> targets = new ArrayList<>();

	@Option(names = "--purge", description = "Forget first what the database has, unknown revisions too.")
	boolean purge;

	@Option(names = { "-y", "--yes" }, description = "Do not ask.")
	boolean yes;

	StampCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() {
		StampRequest request = new StampRequest(this.targets.stream().map(TargetParser::parse).toList(), this.purge,
				workplace().actor());
		MigrationService service = service();
		if (this.purge && !this.yes) {
			ask(service.status().revisions().stream().filter((entry) -> entry.row() != null).count());
		}
		StampReport report = service.stamp(request);
		result((report.added().isEmpty() && report.removed().isEmpty())
				? "Nothing to do: the database is at " + Lines.ids(report.to()) + "."
				: "Stamped from " + Lines.ids(report.from()) + " to " + Lines.ids(report.to()) + ": "
						+ Lines.count(report.added().size(), "revision") + " added, " + report.removed().size()
						+ " removed; no statement of theirs was run.");
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("from", values(report.from()));
		fields.put("to", values(report.to()));
		fields.put("added", values(report.added()));
		fields.put("removed", values(report.removed()));
		return end(ExitCodes.DONE, fields);
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
