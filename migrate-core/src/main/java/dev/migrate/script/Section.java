package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.sql.Action;
import dev.migrate.sql.CodeAction;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a revision, as it is for one database.
 *
 * @param actions statements and code, in order; empty for a deliberate no-op
 * @param transactional whether it runs inside a transaction where the database can
 * @param irreversible why it can't be run, or null if it can
 * @param text the section as written, without its section line: what is recorded for a
 * rollback without the file
 * @param location of the section line
 */
public record Section(List<? extends Action> actions, boolean transactional, @Nullable String irreversible, String text,
		SourceLocation location) {

	/** The reason given when no downgrade section was written. */
	public static final String NO_DOWNGRADE = "no downgrade is written";

	public Section {
		actions = List.copyOf(actions);
	}

	/**
	 * Return the section that stands for a missing downgrade.
	 * @param location of the file
	 * @return an irreversible section
	 */
	public static Section missing(SourceLocation location) {
		return new Section(List.of(), true, NO_DOWNGRADE, "", location);
	}

	/**
	 * Return the statements alone.
	 * @return all actions that are SQL, in order
	 */
	public List<SqlStatement> statements() {
		List<SqlStatement> statements = new ArrayList<>(this.actions.size());
		for (Action action : this.actions) {
			if (action instanceof SqlStatement statement) {
				statements.add(statement);
			}
		}
		return statements;
	}

	/**
	 * Tell whether the text alone can't do what the section does.
	 * @return true if one of the actions is code
	 */
	public boolean hasCode() {
		for (Action action : this.actions) {
			if (action instanceof CodeAction) {
				return true;
			}
		}
		return false;
	}

}
