package dev.migrate.diff;

import java.util.List;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;

/**
 * The danger of another step. A pooled generator gives out the numbers below the one it
 * drew: with a smaller step the next number drawn is one of those.
 */
final class SequenceSteps {

	private final SequenceOptions before;

	private final SequenceOptions after;

	SequenceSteps(SequenceOptions before, SequenceOptions after) {
		this.before = before;
		this.after = after;
	}

	List<Hazard> ofSequence(QualifiedName sequence) {
		return hazards(sequence.toString(), ", as by SELECT setval('" + sequence + "', nextval('" + sequence + "') + "
				+ this.before.increment() + ")");
	}

	/** An identity's sequence has another name than its column. */
	List<Hazard> ofIdentity(String column) {
		return hazards(column, "");
	}

	private List<Hazard> hazards(String name, String cure) {
		long step = this.before.increment();
		if (Math.abs(this.after.increment()) >= Math.abs(step)) {
			return List.of();
		}
		return List.of(new Hazard(Hazard.Kind.REPEATS_KEYS, "With steps of " + this.after.increment() + " instead of "
				+ step + " " + name + " gives keys that are taken, unless it is moved on by " + step + cure + "."));
	}

}
