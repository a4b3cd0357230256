package dev.migrate.boot.cli;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.boot.descriptor.RunDescriptor;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.Cancellation;
import dev.migrate.run.StepOutcome;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/**
 * What upgrade and downgrade share: plan, ask, run, tell.
 */
abstract class RunCommand extends DatabaseCommand {

	@Mixin
	final RunOptions options = new RunOptions();

	RunCommand(Session session) {
		super(session);
	}

	/** A script is for one database. */
	@Override
	Several several() {
		return this.options.script.sql ? Several.ONE : super.several();
	}

	/** Read where to go. */
	Target target(String text) {
		if (this.options.idempotent) {
			throw ScriptOptions.onlyWithSql("--idempotent");
		}
		return this.options.script.target(text);
	}

	/** Print a script; no text stands for what the folder does not have. */
	int script(Direction direction, @Nullable String text) {
		return new ScriptPrinting(this, this.options).print(direction, text);
	}

	/**
	 * Plan or run.
	 * @param direction up or down
	 * @param target where to; null for what the folder does not have
	 * @param grave what the command is called if it needs a yes where nobody can be
	 * asked, or null if it does not
	 */
	int move(Direction direction, @Nullable Target target, @Nullable String grave) {
		MigrationService service = service();
		if (this.options.plan) {
			MigrationPlan plan = service.plan(request(direction, target, new Cancellation()));
			new PlanText(this, service.dialect()).show(plan);
			return end(ExitCodes.DONE, RunDescriptor.of(plan).fields());
		}
		if (!this.options.yes && (grave != null || terminal().interactive())) {
			ask(service, request(direction, target, new Cancellation()), grave);
		}
		Cancellation cancellation = new Cancellation();
		RunRequest request = request(direction, target, cancellation);
		long start = System.nanoTime();
		RunReport report;
		try (RunProgress progress = new RunProgress(this)) {
			report = session().interruption().guard(cancellation, () -> service.run(request.with(progress)));
		}
		if (report.steps().isEmpty() && report.from().isEmpty()) {
			report = unchanged(service, report);
		}
		tell(direction, report, Duration.ofNanos(System.nanoTime() - start));
		return end(ExitCodes.DONE, RunDescriptor.of(report).fields());
	}

	// The short way to "nothing to do" learns neither what is applied nor why there is
	// nothing: a wrong location looks like a database that is up to date.
	private RunReport unchanged(MigrationService service, RunReport report) {
		if (!service.hasRevisions()) {
			terminal().remark("WARN There are no revisions in the folder: check spring.migrate.locations.");
		}
		List<RevisionId> current = service.status().current();
		return new RunReport(current, current, List.of(), report.warnings());
	}

	private RunRequest request(Direction direction, @Nullable Target target, Cancellation cancellation) {
		return new RunRequest(direction, target, workplace().actor(), (event) -> {
		}, cancellation, this.options.script.tag);
	}

	private void ask(MigrationService service, RunRequest request, @Nullable String grave) {
		MigrationPlan plan = service.plan(request);
		if (plan.isEmpty()) {
			return;
		}
		Set<String> tables = new TreeSet<>();
		plan.steps().forEach((step) -> tables.addAll(losses(step, service.dialect())));
		if (!terminal().interactive()) {
			throw answerNeeded(grave + " takes back " + Lines.count(plan.steps().size(), "revision")
					+ (tables.isEmpty() ? "" : ", and rows of " + String.join(", ", tables)) + ".");
		}
		if (!tables.isEmpty()
				&& !terminal().confirms("This takes rows away from " + String.join(", ", tables) + ". Go on?")) {
			throw answerNeeded("Nothing was run.");
		}
	}

	private static MigrateException answerNeeded(String sentence) {
		return new MigrateException(ErrorCode.ANSWER_NEEDED, sentence, "To go on without a question, add --yes.");
	}

	/** Return the tables whose rows or columns a step takes away. */
	static Set<String> losses(Step step, Dialect dialect) {
		Set<String> tables = new TreeSet<>();
		for (SqlStatement statement : step.section().statements()) {
			tables.addAll(StatementFacts.of(statement, dialect.lexicalRules()).losesRowsOf());
		}
		return tables;
	}

	private void tell(Direction direction, RunReport report, Duration took) {
		List<StepOutcome> steps = report.steps();
		if (steps.isEmpty()) {
			result("Nothing to do: the database is "
					+ ((direction == Direction.UPGRADE) ? "up to date" : "at " + Lines.ids(report.from())) + ".");
			return;
		}
		result(((direction == Direction.UPGRADE) ? "Upgraded" : "Downgraded") + " from " + Lines.ids(report.from())
				+ " to " + Lines.ids(report.to()) + ": " + Lines.count(steps.size(), "revision") + " in "
				+ Lines.duration(took) + ".");
	}

}
