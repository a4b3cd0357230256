package dev.migrate.plan;

import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.StatementFacts;

/**
 * Questions to the statements of a step.
 */
final class Statements {

	private Statements() {
	}

	// Only PostgreSQL has the statement and only there transactions are shared.
	static boolean addEnumValue(Step step) {
		return step.section()
			.statements()
			.stream()
			.anyMatch((statement) -> StatementFacts.addsEnumValue(statement, LexicalRules.POSTGRESQL));
	}

}
