package dev.migrate.lint;

import java.util.Set;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement, and what a database showed of it.
 *
 * @param statement the statement
 * @param before the schema before it, or null if no database showed it
 * @param after the schema after it, or null
 * @param rewritten the tables and indexes that it wrote anew; empty if nothing is known
 */
public record LintStatement(SqlStatement statement, @Nullable Schema before, @Nullable Schema after,
		Set<QualifiedName> rewritten) {

	public LintStatement {
		rewritten = Set.copyOf(rewritten);
	}

	/**
	 * Return a statement that no database showed.
	 * @param statement the statement
	 * @return with nothing but its text
	 */
	public static LintStatement unseen(SqlStatement statement) {
		return new LintStatement(statement, null, null, Set.of());
	}

}
