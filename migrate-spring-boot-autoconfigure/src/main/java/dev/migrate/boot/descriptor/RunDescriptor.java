package dev.migrate.boot.descriptor;

import java.util.List;
import java.util.Map;

import dev.migrate.plan.MigrationPlan;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RunReport;

/**
 * What a run did or, as a dry run, would do.
 *
 * @param from the heads before
 * @param to the heads after
 * @param steps in order
 * @param dryRun whether it was only planned
 * @param warnings what a person should know; left out of the JSON if there are none
 */
public record RunDescriptor(List<RevisionId> from, List<RevisionId> to, List<StepDescriptor> steps, boolean dryRun,
		List<String> warnings) implements Descriptor {

	public RunDescriptor {
		from = List.copyOf(from);
		to = List.copyOf(to);
		steps = List.copyOf(steps);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Describe what would be done.
	 * @param plan the plan
	 * @return its JSON form
	 */
	public static RunDescriptor of(MigrationPlan plan) {
		return new RunDescriptor(plan.from(), plan.to(), plan.steps().stream().map(StepDescriptor::of).toList(), true,
				plan.warnings());
	}

	/**
	 * Describe what was done.
	 * @param report the report
	 * @return its JSON form
	 */
	public static RunDescriptor of(RunReport report) {
		return new RunDescriptor(report.from(), report.to(), report.steps().stream().map(StepDescriptor::of).toList(),
				false, report.warnings());
	}

	/**
	 * Return the same without its statements.
	 * @return a new descriptor
	 */
	public RunDescriptor withoutSql() {
		return new RunDescriptor(this.from, this.to, this.steps.stream().map(StepDescriptor::withoutSql).toList(),
				this.dryRun, this.warnings);
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("from", this.from)
			.with("to", this.to)
			.with("steps", this.steps)
			.with("dryRun", this.dryRun)
			.with("warnings", this.warnings.isEmpty() ? null : this.warnings)
			.map();
	}

}
