package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do.
 *
 * @param direction of all steps
 * @param from the heads before
 * @param to the heads after
 * @param steps in the order they run
 * @param warnings what a person should know though nothing is refused
 */
public record MigrationPlan(Direction direction, List<RevisionId> from, List<RevisionId> to, List<Step> steps,
		List<String> warnings) {

	public MigrationPlan {
		from = List.copyOf(from);
		to = List.copyOf(to);
		steps = List.copyOf(steps);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Tell whether there is nothing to do.
	 * @return true without steps
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Return what the journal says when the plan begins to run.
	 * @param mode a transaction for each revision, or for as many as can share one
	 * @param tag what the user calls the run, or null
	 * @return the summary
	 */
	public RunSummary summary(TransactionMode mode, @Nullable String tag) {
		return new RunSummary(this.from, this.to, mode, tag);
	}

	/**
	 * Cut the plan into what commits together.
	 * @param mode a transaction for each revision, or for as many as can share one
	 * @return the steps in order; a step outside a transaction is a unit of its own
	 */
	public List<Unit> units(TransactionMode mode) {
		List<Unit> units = new ArrayList<>();
		List<Step> stretch = new ArrayList<>();
		for (Step step : this.steps) {
			boolean together = mode == TransactionMode.ALL && step.transactional();
			if (!together && !stretch.isEmpty()) {
				units.add(new Unit(stretch, true));
				stretch = new ArrayList<>();
			}
			if (together) {
				stretch.add(step);
				if (Statements.addEnumValue(step)) {
					// A new value can't be used before it is committed (55P04).
					units.add(new Unit(stretch, true));
					stretch = new ArrayList<>();
				}
			}
			else {
				units.add(new Unit(List.of(step), step.transactional()));
			}
		}
		if (!stretch.isEmpty()) {
			units.add(new Unit(stretch, true));
		}
		return units;
	}

	/**
	 * Steps that commit together.
	 *
	 * @param steps in order, never empty
	 * @param transactional false for one step that runs outside a transaction
	 */
	public record Unit(List<Step> steps, boolean transactional) {

		public Unit {
			steps = List.copyOf(steps);
		}

	}

}
