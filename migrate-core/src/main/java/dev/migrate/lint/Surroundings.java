package dev.migrate.lint;

import dev.migrate.schema.Schema;
import dev.migrate.sql.LexicalRules;
import org.jspecify.annotations.Nullable;

/**
 * Where revisions will run.
 *
 * @param rules how the database reads text
 * @param currentSchema that unqualified names go to
 * @param version of a PostgreSQL server, {@code 180001} for 18.1; 0 if it is not known
 * @param lockTimeout whether statements give up waiting for a lock
 * @param present what is there now; nothing else can be hurt. Null if that is not to be
 * asked
 */
public record Surroundings(LexicalRules rules, String currentSchema, int version, boolean lockTimeout,
		@Nullable Schema present) {

	boolean postgresql() {
		return this.rules == LexicalRules.POSTGRESQL;
	}

}
