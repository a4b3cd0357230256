package dev.migrate.boot.descriptor;

import java.util.List;
import java.util.Map;

import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.StepOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One revision, one way.
 *
 * @param revision which
 * @param direction up or down
 * @param origin whether the statements come from the folder or were recorded in the
 * database
 * @param statements in order, or null if they may not be shown
 * @param executionTime in milliseconds, or null if it was only planned
 */
public record StepDescriptor(RevisionId revision, Direction direction, Step.Origin origin,
		@Nullable List<String> statements, @Nullable Long executionTime) implements Descriptor {

	public StepDescriptor {
		statements = (statements != null) ? List.copyOf(statements) : null;
	}

	/**
	 * Describe a step that would be done.
	 * @param step the step
	 * @return its JSON form
	 */
	public static StepDescriptor of(Step step) {
		return new StepDescriptor(step.revision().id(), step.direction(), step.origin(),
				SqlDescriptor.statements(step.section()), null);
	}

	/**
	 * Describe a step that was done.
	 * @param outcome the step and its time
	 * @return its JSON form
	 */
	public static StepDescriptor of(StepOutcome outcome) {
		StepDescriptor planned = of(outcome.step());
		return new StepDescriptor(planned.revision, planned.direction, planned.origin, planned.statements,
				outcome.took().toMillis());
	}

	StepDescriptor withoutSql() {
		return new StepDescriptor(this.revision, this.direction, this.origin, null, this.executionTime);
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("revision", this.revision)
			.with("direction", this.direction)
			.with("origin", this.origin)
			.with("statements", this.statements)
			.with("executionTime", this.executionTime)
			.map();
	}

}
