package dev.migrate.lint;

import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import dev.migrate.sql.DelimitedIdentifier;

/**
 * Whether a check proves that a column holds no NULL, as the server knows it: then SET
 * NOT NULL looks at no row.
 */
final class NullProof {

	boolean proves(Table table, String column) {
		return table.checks()
			.stream()
			.filter((check) -> check.validity() == Validity.VALID)
			.flatMap((check) -> check.conjuncts().stream())
			.anyMatch((condition) -> isOf(condition, column));
	}

	/** Whether a condition says that a column is not NULL, and nothing else. */
	boolean isOf(String text, String column) {
		String condition = text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
		return condition.equals(column + " IS NOT NULL")
				|| condition.equals(DelimitedIdentifier.of(column) + " IS NOT NULL");
	}

}
