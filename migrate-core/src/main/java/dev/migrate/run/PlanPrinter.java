package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.ScriptedBookkeeping;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Movement;

/**
 * The other reader of a plan: writes what {@link PlanRunner} would send, in the same
 * order, as a script.
 */
public final class PlanPrinter {

	private static final String TODO = "migrate_todo";

	private final Dialect dialect;

	private final ScriptWords words;

	private final OwnTables tables;

	private final RunSettings settings;

	/**
	 * Create a printer.
	 * @param dialect of the database that the script is for
	 * @param tables our tables there
	 * @param settings of the run that the script stands for
	 */
	public PlanPrinter(Dialect dialect, OwnTables tables, RunSettings settings) {
		this.dialect = dialect;
		this.words = dialect.scriptWords();
		this.tables = tables;
		this.settings = settings;
	}

	/**
	 * Print a plan.
	 * @param plan what is to run
	 * @param frame what stands around it
	 * @return the script; a comment alone if there is nothing to do
	 */
	public String print(MigrationPlan plan, ScriptFrame frame) {
		ScriptText text = new ScriptText(this.words, frame.form());
		if (plan.isEmpty()) {
			return text.comment("Nothing to do: the database is at " + ScriptText.ids(plan.from()) + ".").toString();
		}
		boolean idempotent = frame.form() == ScriptForm.IDEMPOTENT;
		boolean up = plan.direction() == Direction.UPGRADE;
		text.comment((up ? "Upgrade" : "Downgrade") + " from " + ScriptText.ids(plan.from()) + " to "
				+ ScriptText.ids(plan.to()) + " on " + this.dialect.name() + ": " + plan.steps().size()
				+ ((plan.steps().size() == 1) ? " revision." : " revisions."));
		text.open(frame, this.dialect, this.tables);
		if (idempotent) {
			condition(text, anyLeft(plan));
		}
		ScriptedBookkeeping bookkeeping = new ScriptedBookkeeping(this.tables, this.words,
				plan.direction().name().toLowerCase(Locale.ROOT), frame.applicationVersion());
		text.statement(bookkeeping.line(JournalEntry.of(JournalEvent.STARTED, frame.detail())));
		StepPrinter steps = new StepPrinter(text, this.dialect, this.settings, bookkeeping);
		for (MigrationPlan.Unit unit : plan.units(this.settings.transactionMode())) {
			text.blank();
			print(unit, text, (step) -> print(step, text, frame.form(), steps));
		}
		text.blank().statements(this.words.restoring());
		text.statement(bookkeeping.finished(frame.fingerprint(), frame.after()));
		if (idempotent) {
			text.command("\\endif");
		}
		return text.statements(this.words.unlocking(this.tables)).toString();
	}

	private void print(MigrationPlan.Unit unit, ScriptText text, Consumer<Step> print) {
		boolean first = true;
		for (Step step : unit.steps()) {
			text.comment(new Movement(step.revision(), step.direction()).title()
					+ ((step.origin() == Step.Origin.RECORDED) ? " (recorded in the database)" : ""));
			if (first && unit.transactional()) {
				text.statement("BEGIN");
			}
			first = false;
			print.accept(step);
		}
		if (unit.transactional()) {
			text.statement("COMMIT");
		}
	}

	private void print(Step step, ScriptText text, ScriptForm form, StepPrinter steps) {
		if (form == ScriptForm.PLAIN) {
			steps.print(step);
			return;
		}
		condition(text, left(step));
		steps.print(step);
		text.command("\\endif");
	}

	// A database that has what a squash replaces has the squash.
	private String left(Step step) {
		List<String> names = new ArrayList<>(List.of(step.revision().id().value()));
		boolean up = step.direction() == Direction.UPGRADE;
		if (up) {
			step.revision().replaces().forEach((id) -> names.add(id.value()));
		}
		return (up ? "NOT EXISTS" : "EXISTS") + " (SELECT 1 FROM " + this.tables.version() + " WHERE revision "
				+ ((names.size() == 1) ? "= " + this.words.literal(names.get(0)) : "IN (" + literals(names) + ")")
				+ ")";
	}

	private String anyLeft(MigrationPlan plan) {
		if (plan.steps().stream().anyMatch((step) -> !step.revision().replaces().isEmpty())) {
			return "(" + plan.steps().stream().map(this::left).collect(Collectors.joining(" OR ")) + ")";
		}
		List<String> ids = plan.steps().stream().map((step) -> step.revision().id().value()).toList();
		return "(SELECT count(*) FROM " + this.tables.version() + " WHERE revision IN (" + literals(ids) + "))"
				+ ((plan.direction() == Direction.UPGRADE) ? " < " + plan.steps().size() : " > 0");
	}

	private String literals(List<String> texts) {
		return texts.stream().map(this.words::literal).collect(Collectors.joining(", "));
	}

	private static void condition(ScriptText text, String condition) {
		text.command("SELECT " + condition + " AS " + TODO + " \\gset").command("\\if :" + TODO);
	}

}
