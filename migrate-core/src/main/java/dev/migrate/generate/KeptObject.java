package dev.migrate.generate;

import dev.migrate.diff.Kept;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that people made and that is left alone.
 *
 * @param kept what it is, and why it stays
 * @param revision the revision that made it, or null if no revision speaks of it
 */
public record KeptObject(Kept kept, @Nullable RevisionId revision) {

	/**
	 * Return it on one line, without the reason.
	 */
	@Override
	public String toString() {
		return this.kept + ((this.revision != null) ? " (revision " + this.revision + ")" : "");
	}

}
