package dev.migrate.service;

import java.util.List;

import dev.migrate.plan.MigrationPlan;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.StepOutcome;

/**
 * What a run did.
 *
 * @param from the heads before
 * @param to the heads after
 * @param steps what was done, in order; empty if there was nothing to do
 * @param warnings what a person should know
 */
public record RunReport(List<RevisionId> from, List<RevisionId> to, List<StepOutcome> steps, List<String> warnings) {

	public RunReport {
		from = List.copyOf(from);
		to = List.copyOf(to);
		steps = List.copyOf(steps);
		warnings = List.copyOf(warnings);
	}

	static RunReport of(MigrationPlan plan, List<StepOutcome> outcomes) {
		return new RunReport(plan.from(), plan.to(), outcomes, plan.warnings());
	}

}
