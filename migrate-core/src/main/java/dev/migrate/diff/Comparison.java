package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;

/**
 * What a comparison found.
 *
 * @param changes the operations that lead from the actual to the desired schema, in the
 * order in which they can run. While a question is open they take what is dropped for
 * dropped, and must not be used
 * @param open what has to be answered first
 * @param kept what only the actual side has and keeps
 * @param unusedAnswers answers that no question asked for, as they were given
 */
public record Comparison(List<Change> changes, List<Question> open, List<Kept> kept, List<String> unusedAnswers) {

	public Comparison {
		changes = List.copyOf(changes);
		open = List.copyOf(open);
		kept = List.copyOf(kept);
		unusedAnswers = List.copyOf(unusedAnswers);
	}

	/**
	 * Return whether nothing is to be done.
	 * @return whether the schemas are the same in all that counts
	 */
	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/**
	 * Return the operations of the upgrade.
	 * @return the operations in order
	 */
	public List<Operation> upgrade() {
		return this.changes.stream().map(Change::operation).toList();
	}

	/**
	 * Return what takes the upgrade back.
	 * @return the reverse of each operation, the last first
	 */
	public List<Reversal> downgrade() {
		List<Reversal> reversals = new ArrayList<>(upgrade().stream().map(Operation::reverse).toList());
		Collections.reverse(reversals);
		return reversals;
	}

	/**
	 * Return all dangers.
	 * @return the hazards in the order of their operations
	 */
	public List<Hazard> hazards() {
		return this.changes.stream().flatMap((change) -> change.hazards().stream()).toList();
	}

}
