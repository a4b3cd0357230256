package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.generate.DataReport;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Mixin;

/**
 * {@code db prove}.
 */
@Command(name = "prove", description = "Run revisions up, down and up again on a scratch database.",
		footer = { "", "Examples:", "  db prove", "  db prove head", "  db prove --data" })
final class ProveCommand extends DatabaseCommand {

	@Mixin
	final ChosenRevisions revisions = new ChosenRevisions();

	@Option(names = "--data", description = "Put rows into the tables before going up and down.")
	boolean data;

	ProveCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return this.revisions.areAll() ? Several.EACH : Several.ONE;
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		Autogeneration autogeneration = workplace().autogeneration();
		List<RevisionId> ids = this.revisions.of(folder.graph());
		Map<String, Object> filled = new LinkedHashMap<>();
		for (RevisionId id : ids) {
			autogeneration.prove(id);
			boolean oneWay = folder.get(id).downgrade(service().dialect()).irreversible() != null;
			result("Proven " + folder.get(id).revision().describe()
					+ (oneWay ? ", upgrade only: it is irreversible" : ""));
			if (this.data) {
				filled.put(id.value(), tell(autogeneration.proveFilled(id)));
			}
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("proven", ids.stream().map(RevisionId::value).toList());
		if (this.data) {
			fields.put("data", filled);
		}
		return end(ExitCodes.DONE, fields);
	}

	private Map<String, Object> tell(DataReport report) {
		String schema = service().status().schema();
		result("  with rows in " + Lines.count(report.filled(), "table"));
		report.losses().forEach((loss) -> result("  a downgrade loses " + Lines.local(loss, schema)));
		if (!report.unfilled().isEmpty()) {
			result("  " + Lines.count(report.unfilled().size(), "table") + " could not be filled:");
			report.unfilled().forEach((table) -> result("    " + Lines.local(table, schema)));
		}
		Map<String, Object> fields = Lines.fields("filled", report.filled(), "unfilled", report.unfilled());
		fields.put("losses", report.losses());
		return fields;
	}

}
