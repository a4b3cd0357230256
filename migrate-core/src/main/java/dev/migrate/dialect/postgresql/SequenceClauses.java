package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.schema.SequenceOptions;

/**
 * What an ALTER SEQUENCE has to say.
 */
final class SequenceClauses {

	private SequenceClauses() {
	}

	/**
	 * Return the clauses that turn one set of options into another.
	 */
	static List<String> between(SequenceOptions before, SequenceOptions after) {
		List<String> clauses = new ArrayList<>();
		if (!before.type().equals(after.type())) {
			clauses.add("AS " + after.type().toUpperCase(Locale.ROOT));
		}
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
