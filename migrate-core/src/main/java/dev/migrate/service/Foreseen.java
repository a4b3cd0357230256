package dev.migrate.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.VersionRow;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.StepOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the version table holds after a run, without reading a long history once more:
 * under the lock nobody else writes it.
 */
final class Foreseen {

	private Foreseen() {
	}

	/**
	 * Work out the state after a run.
	 * @param before as read under the lock
	 * @param outcomes all that was done
	 * @return the state, or null where a row is more than applied or not
	 */
	static @Nullable DatabaseState after(DatabaseState before, List<StepOutcome> outcomes) {
		if (!before.unfinished().isEmpty()) {
			return null;
		}
		SortedMap<RevisionId, AppliedRevision> rows = new TreeMap<>(before.byId());
		Instant now = Instant.now();
		for (StepOutcome outcome : outcomes) {
			Step step = outcome.step();
			VersionRow row = step.row();
			if (!step.revision().replaces().isEmpty()) {
				return null;
			}
			if (step.direction() == Direction.DOWNGRADE) {
				rows.remove(step.revision().id());
			}
			else {
				rows.put(step.revision().id(),
						new AppliedRevision(step.revision(), row.checksum(), now, row.appliedBy(),
								outcome.took().toMillis(), row.applicationVersion(), row.downgradeMode(), null));
			}
		}
		return new DatabaseState(true, List.copyOf(rows.values()), List.of(), Map.of());
	}

}
