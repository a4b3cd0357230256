package dev.migrate.generate;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.Change;
import dev.migrate.diff.Comparison;
import dev.migrate.script.MappingLine;
import dev.migrate.script.RevisionDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of entities and revisions came to.
 *
 * @param comparison what differs, what is asked, what is kept
 * @param entities how many entities were compared
 * @param tables how many tables they have
 * @param upgrade statements, without semicolons; empty if nothing differs or something is
 * asked
 * @param downgrade statements, without semicolons
 * @param irreversible why it can't be taken back, or null if it can
 * @param transactional whether the upgrade runs in a transaction
 * @param downgradeTransactional whether the downgrade does
 * @param mapping the lines of the new revision's mapping section
 * @param kept what only the revisions have and keep, with the revision that made it
 * @param notes what could not be replayed and what is odd, one sentence each
 * @param written the operations of the upgrade as customizers left them; empty if nothing
 * is written
 * @param operations what both sections were rendered from
 * @param place the database that it is for
 */
public record Generated(Comparison comparison, int entities, int tables, List<String> upgrade, List<String> downgrade,
		@Nullable String irreversible, boolean transactional, boolean downgradeTransactional, List<MappingLine> mapping,
		List<KeptObject> kept, List<String> notes, List<Change> written, RevisionOperations operations, Place place) {

	public Generated {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
		mapping = List.copyOf(mapping);
		kept = List.copyOf(kept);
		notes = List.copyOf(notes);
		written = List.copyOf(written);
	}

	/**
	 * A kind of database, and what names mean there.
	 *
	 * @param dialect of the database
	 * @param schema the current one: names in it are written without it
	 */
	public record Place(Dialect dialect, String schema) {
	}

	/**
	 * Return what the revision runs there.
	 * @return the text of both sections
	 */
	public RevisionDraft.Variant variant() {
		return new RevisionDraft.Variant(this.place.dialect(),
				new RevisionDraft.Body(this.upgrade, this.transactional, null),
				new RevisionDraft.Body(this.downgrade, this.downgradeTransactional, this.irreversible));
	}

	/**
	 * Tell whether nothing differs.
	 * @return true if no revision is needed
	 */
	public boolean isEmpty() {
		return this.comparison.isEmpty();
	}

	/**
	 * Tell whether something has to be answered first.
	 * @return true if there are open questions
	 */
	public boolean asks() {
		return !this.comparison.open().isEmpty();
	}

}
