package dev.migrate.plan;

import dev.migrate.history.VersionRow;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.script.Section;

/**
 * One revision, one way.
 *
 * @param revision which
 * @param direction up or down
 * @param section what runs
 * @param origin where the section comes from
 * @param transactional whether statements and version row commit together
 * @param row what the version table gets on the way up; on the way down what it had
 */
public record Step(Revision revision, Direction direction, Section section, Origin origin, boolean transactional,
		VersionRow row) {

	/** Where the statements of a step come from. */
	public enum Origin {

		/** The application has the revision. */
		FOLDER,

		/** Only the database remembers it. */
		RECORDED

	}

}
