package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.sql.SqlStatement;

/**
 * A plan as text: a line for each step; with {@code -v} its statements too.
 */
final class PlanText {

	private final DatabaseCommand command;

	private final Dialect dialect;

	PlanText(DatabaseCommand command, Dialect dialect) {
		this.command = command;
		this.dialect = dialect;
	}

	void show(MigrationPlan plan) {
		plan.warnings().forEach((warning) -> this.command.remark("Warning: " + warning));
		if (plan.isEmpty()) {
			this.command.result("Nothing to do: the database is at " + Lines.ids(plan.from()) + ".");
			return;
		}
		this.command.result(
				((plan.direction() == Direction.UPGRADE) ? "Upgrade" : "Downgrade") + " from " + Lines.ids(plan.from())
						+ " to " + Lines.ids(plan.to()) + ", " + Lines.count(plan.steps().size(), "revision") + ":");
		for (Step step : plan.steps()) {
			this.command.result("  " + Lines.step(step.revision(), step.direction()).replaceFirst("^Running ", "")
					+ " (" + String.join(", ", remarks(step)) + ")");
			if (this.command.common.verbose) {
				step.section().statements().forEach(this::show);
			}
		}
	}

	private List<String> remarks(Step step) {
		List<String> remarks = new ArrayList<>();
		remarks.add(Lines.count(step.section().statements().size(), "statement"));
		if (!step.transactional()) {
			remarks.add("outside a transaction");
		}
		if (step.origin() == Step.Origin.RECORDED) {
			remarks.add("recorded in the database");
		}
		Set<String> losses = RunCommand.losses(step, this.dialect);
		if (!losses.isEmpty()) {
			remarks.add("takes rows away from " + String.join(" and ", losses));
		}
		return remarks;
	}

	private void show(SqlStatement statement) {
		statement.text().lines().forEach((line) -> this.command.result("      " + line));
	}

}
