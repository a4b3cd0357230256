package dev.migrate.lint;

import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import dev.migrate.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A revision to look at.
 *
 * @param id its id
 * @param location of its upgrade section
 * @param statements of that section, in order
 * @param transactional whether they run in one transaction
 * @param reversible whether something is said about its way back, be it that there is
 * none
 * @param allowances what its comments allow
 * @param shown whether it ran on a database, which showed what was to be watched
 * @param begin the schema before it, or null if it was not watched
 * @param end the schema after it, or null if it was not watched
 */
public record LintRevision(RevisionId id, SourceLocation location, List<LintStatement> statements,
		boolean transactional, boolean reversible, Allowances allowances, boolean shown, @Nullable Schema begin,
		@Nullable Schema end) {

	public LintRevision {
		statements = List.copyOf(statements);
	}

}
