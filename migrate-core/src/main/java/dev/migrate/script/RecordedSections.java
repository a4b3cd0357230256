package dev.migrate.script;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.SqlScript;
import dev.migrate.sql.StatementSplitter;
import org.jspecify.annotations.Nullable;

/**
 * Reads downgrades that the version table recorded.
 */
public final class RecordedSections {

	private RecordedSections() {
	}

	/**
	 * Read a recorded downgrade.
	 * @param id of the revision
	 * @param mode the word of the version table
	 * @param text what was recorded: statements, or why there are none
	 * @param applicationVersion the version that has the revision, or null if unknown
	 * @param dialect of the database
	 * @return the section; irreversible where nothing can be run
	 */
	public static Section read(RevisionId id, String mode, @Nullable String text, @Nullable String applicationVersion,
			Dialect dialect) {
		SourceLocation place = SourceLocation.of("recorded downgrade of " + id);
		String version = (applicationVersion != null) ? " " + applicationVersion : "";
		if (mode.equals("code")) {
			return new Section(List.of(), true,
					"its downgrade is code, which only the application" + version + " that applied it has", "", place);
		}
		if (text == null) {
			return new Section(List.of(), true, "nothing was recorded when it was applied", "", place);
		}
		if (mode.equals("irreversible")) {
			return new Section(List.of(), true, text, "", place);
		}
		SqlScript script = StatementSplitter.split(text, 0, SourceLocation.of(place.source(), 1),
				dialect.lexicalRules(), (line) -> false);
		return new Section(script.statements(), mode.equals("transactional"), null, text, place);
	}

}
