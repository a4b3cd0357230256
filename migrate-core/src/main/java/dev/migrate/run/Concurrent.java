package dev.migrate.run;

import java.util.Locale;

import dev.migrate.plan.Step;
import dev.migrate.sql.SqlStatement;

/**
 * Statements that wait for other transactions by design, and must not be cut short.
 */
final class Concurrent {

	private Concurrent() {
	}

	static boolean waitsForOthers(Step step) {
		for (SqlStatement statement : step.section().statements()) {
			if (!step.section().transactional() && statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY")) {
				return true;
			}
		}
		return false;
	}

}
