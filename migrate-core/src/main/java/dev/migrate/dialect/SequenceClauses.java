package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.SequenceOptions;

/**
 * What has to be said to change a sequence, its type apart.
 */
public final class SequenceClauses {

	private SequenceClauses() {
	}

	/**
	 * Return the clauses that turn one set of options into another.
	 * @param before the options as they are
	 * @param after the options as they will be
	 * @return the clauses; empty if nothing but the type differs
	 */
	public static List<String> between(SequenceOptions before, SequenceOptions after) {
		List<String> clauses = new ArrayList<>();
		if (before.start() != after.start()) {
			clauses.add("START WITH " + after.start());
		}
		if (before.increment() != after.increment()) {
			clauses.add("INCREMENT BY " + after.increment());
		}
		if (before.minimum() != after.minimum()) {
			clauses.add("MINVALUE " + after.minimum());
		}
		if (before.maximum() != after.maximum()) {
			clauses.add("MAXVALUE " + after.maximum());
		}
		if (before.cache() != after.cache()) {
			clauses.add("CACHE " + after.cache());
		}
		if (before.cycle() != after.cycle()) {
			clauses.add(after.cycle() ? "CYCLE" : "NO CYCLE");
		}
		return clauses;
	}

}
