package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.script.MigrationFolder;
import dev.migrate.service.ChaosReport;
import dev.migrate.service.ChaosReport.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code db chaos}.
 */
@Command(name = "chaos",
		description = { "Kill revisions at every point on a scratch database, and run them again.",
				"Ends with 1 if anything was lost or done twice." },
		footer = { "", "Examples:", "  db chaos head", "  db chaos", "  db chaos --json" })
final class ChaosCommand extends DatabaseCommand {

	@Mixin
	final ChosenRevisions revisions = new ChosenRevisions();

	ChaosCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		ChaosReport report = workplace().autogeneration().chaos().run(this.revisions.of(folder.graph()), this::tell);
		report.skipped().forEach(this::remark);
		long lost = report.count(Fault.Kind.LOST);
		long repeated = report.count(Fault.Kind.REPEATED);
		long different = report.count(Fault.Kind.DIFFERENT);
		long waits = report.count(Fault.Kind.WAITS);
		result("Killed " + Lines.count(report.points(), "time") + ": " + lost + " lost, " + repeated + " repeated, "
				+ ((different == 0) ? "schema equal" : "schema different " + Lines.count(different, "time"))
				+ ((waits == 0) ? "" : ", " + waits + " wait for `db repair`") + ".");
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("points", report.points());
		fields.put("lost", lost);
		fields.put("repeated", repeated);
		fields.put("different", different);
		fields.put("waiting", waits);
		fields.put("trials", report.trials().stream().map(ChaosCommand::fields).toList());
		fields.put("skipped", report.skipped());
		return end(report.holds() ? ExitCodes.DONE : ExitCodes.FAILED, fields);
	}

	private void tell(ChaosReport.Trial trial) {
		String message = trial.revision().message().isEmpty() ? "" : " \"" + trial.revision().message() + "\"";
		result(trial.revision().id() + message + ": killed " + Lines.count(trial.up(), "time") + " on the way up, "
				+ (trial.reversible() ? trial.down() + " on the way down" : "irreversible"));
		Map<String, List<Fault>> alike = new LinkedHashMap<>();
		trial.faults()
			.forEach((fault) -> alike.computeIfAbsent(word(fault) + fault.detail(), (key) -> new ArrayList<>())
				.add(fault));
		for (List<Fault> faults : alike.values()) {
			Fault first = faults.get(0);
			result("  " + word(first) + ", killed " + first.point()
					+ ((faults.size() == 1) ? "" : " and at " + Lines.count(faults.size() - 1, "other point")) + ": "
					+ first.detail());
		}
	}

	private static String word(Fault fault) {
		return fault.direction().name().toLowerCase(Locale.ROOT) + " " + fault.kind().name().toLowerCase(Locale.ROOT);
	}

	private static Map<String, Object> fields(ChaosReport.Trial trial) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("revision", trial.revision().id().value());
		fields.put("up", trial.up());
		fields.put("down", trial.down());
		fields.put("reversible", trial.reversible());
		fields.put("faults", trial.faults().stream().map((fault) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("kind", fault.kind().name().toLowerCase(Locale.ROOT));
			one.put("direction", fault.direction().name().toLowerCase(Locale.ROOT));
			one.put("point", fault.point());
			one.put("detail", fault.detail());
			return one;
		}).toList());
		return fields;
	}

}
