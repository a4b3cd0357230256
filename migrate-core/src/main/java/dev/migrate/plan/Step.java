package dev.migrate.plan;

import dev.migrate.history.UnfinishedStep;
import dev.migrate.history.VersionRow;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.script.Section;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.Action;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.TokenDigest;
import org.jspecify.annotations.Nullable;

/**
 * One revision, one way.
 *
 * @param revision which
 * @param direction up or down
 * @param section what runs
 * @param origin where the section comes from
 * @param transactional whether statements and version row commit together
 * @param row what the version table gets on the way up; on the way down what it had
 * @param begun how far a run got with it that died, or null if it begins anew
 */
public record Step(Revision revision, Direction direction, Section section, Origin origin, boolean transactional,
		VersionRow row, @Nullable UnfinishedStep begun) {

	public Step(Revision revision, Direction direction, Section section, Origin origin, boolean transactional,
			VersionRow row) {
		this(revision, direction, section, origin, transactional, row, null);
	}

	/**
	 * Return the digest of what runs: nobody goes on with statements that are no longer
	 * those that were begun.
	 * @param rules of the database
	 * @return number of the algorithm, colon, digest
	 */
	public String digest(LexicalRules rules) {
		return TokenDigest.of(this.section.actions().stream().map(Step::statement).toList(), rules);
	}

	// Code is known by its description.
	private static SqlStatement statement(Action action) {
		return (action instanceof SqlStatement statement) ? statement
				: new SqlStatement("'" + action.text().replace("'", "''") + "'", action.location());
	}

	Step goingOnFrom(UnfinishedStep unfinished) {
		return new Step(this.revision, this.direction, this.section, this.origin, false, this.row, unfinished);
	}

	/** Where the statements of a step come from. */
	public enum Origin {

		/** The application has the revision. */
		FOLDER,

		/** Only the database remembers it. */
		RECORDED

	}

}
