package dev.migrate.boot.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import dev.migrate.service.MigrationDatabases;
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

	private boolean agreed;

	RunCommand(Session session) {
		super(session);
	}

	/** Return what is asked for. */
	abstract Asked asked();

	/** Return in how many databases it is done. */
	abstract Several run();

	/** A script is for one database. */
	@Override
	final Several several() {
		return this.options.script.sql ? Several.ONE : run();
	}

	@Override
	void checkFirst(List<String> databases) {
		Asked asked = asked();
		Map<String, MigrationPlan> plans = MigrationDatabases.checked("No database was changed", databases,
				(name) -> databases().get(name).prepare(request(asked, new Cancellation())));
		ask(plans, asked.grave);
		this.agreed = true;
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

	/** Plan or run. */
	int move(Asked asked) {
		MigrationService service = service();
		if (this.options.plan) {
			MigrationPlan plan = service.plan(request(asked, new Cancellation()));
			new PlanText(this, service.dialect()).show(plan);
			return end(ExitCodes.DONE, RunDescriptor.of(plan).fields());
		}
		if (!this.agreed && asks(asked.grave)) {
			ask(Map.of(database(), service.plan(request(asked, new Cancellation()))), asked.grave);
		}
		Cancellation cancellation = new Cancellation();
		RunRequest request = request(asked, cancellation);
		long start = System.nanoTime();
		RunReport report;
		try (RunProgress progress = new RunProgress(this)) {
			report = session().interruption().guard(cancellation, () -> service.run(request.with(progress)));
		}
		if (report.steps().isEmpty() && report.from().isEmpty()) {
			report = unchanged(service, report);
		}
		tell(asked.direction, report, Duration.ofNanos(System.nanoTime() - start));
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

	private RunRequest request(Asked asked, Cancellation cancellation) {
		return new RunRequest(asked.direction, asked.target, workplace().actor(), (event) -> {
		}, cancellation, this.options.script.tag, this.options.arguments);
	}

	private boolean asks(@Nullable String grave) {
		return !this.options.yes && (grave != null || terminal().interactive());
	}

	private void ask(Map<String, MigrationPlan> plans, @Nullable String grave) {
		int steps = plans.values().stream().mapToInt((plan) -> plan.steps().size()).sum();
		if (steps == 0 || !asks(grave)) {
			return;
		}
		Set<String> tables = new TreeSet<>();
		plans.forEach((name, plan) -> plan.steps()
			.forEach((step) -> tables.addAll(losses(step, databases().get(name).dialect()))));
		if (!terminal().interactive()) {
			throw answerNeeded(grave + " takes back " + Lines.count(steps, "revision")
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

	/**
	 * What is asked for.
	 *
	 * @param direction up or down
	 * @param target where to; null for what the folder does not have
	 * @param grave what the command is called if it needs a yes where nobody can be
	 * asked, or null if it does not
	 */
	record Asked(Direction direction, @Nullable Target target, @Nullable String grave) {
	}

}
