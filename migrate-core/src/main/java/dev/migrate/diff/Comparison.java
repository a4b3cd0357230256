package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.Reversal;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found.
 *
 * @param changes the operations that lead from the actual to the desired schema, in the
 * order in which they can run. While a question is open they take what is dropped for
 * dropped, and must not be used
 * @param open what has to be answered first
 * @param kept what only the actual side has and keeps
 * @param unusedAnswers answers that no question asked for, as they were given
 * @param excluded what took no part
 */
public record Comparison(List<Change> changes, List<Question> open, List<Kept> kept, List<String> unusedAnswers,
		Excluded excluded) {

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
		List<Operation> backwards = new ArrayList<>(upgrade());
		Collections.reverse(backwards);
		List<Reversal> reversals = new ArrayList<>();
		for (Operation operation : backwards) {
			Reversal reversal = operation.reverse();
			RebuildEnum together = together(reversals.isEmpty() ? null : reversals.get(reversals.size() - 1), reversal);
			if (together != null) {
				reversals.set(reversals.size() - 1, Reversal.by(together));
			}
			else {
				reversals.add(reversal);
			}
		}
		return reversals;
	}

	/**
	 * Return what does the work of two rebuilds of one type, or null if they are not
	 * that: each value that was added is taken back by a rebuild.
	 */
	private static @Nullable RebuildEnum together(@Nullable Reversal first, Reversal second) {
		if (first instanceof Reversal.By one && second instanceof Reversal.By other
				&& one.operation() instanceof RebuildEnum rebuilt && other.operation() instanceof RebuildEnum again
				&& rebuilt.after().equals(again.before())) {
			return new RebuildEnum(rebuilt.before(), again.after(), rebuilt.uses());
		}
		return null;
	}

	/**
	 * Return all dangers.
	 * @return the hazards in the order of their operations
	 */
	public List<Hazard> hazards() {
		return this.changes.stream().flatMap((change) -> change.hazards().stream()).toList();
	}

}
