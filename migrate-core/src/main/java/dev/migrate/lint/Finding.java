package dev.migrate.lint;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * Something dangerous in a revision.
 *
 * @param rule what it breaks
 * @param revision where it is
 * @param location file and line
 * @param message one sentence: what, and why
 * @param hint what to write instead, one or several lines, or null if there is nothing
 */
public record Finding(LintRule rule, RevisionId revision, SourceLocation location, String message,
		@Nullable String hint) {

	/**
	 * Return how bad it is.
	 * @return the severity of its rule
	 */
	public Severity severity() {
		return this.rule.severity();
	}

}
