package dev.migrate.script;

import java.util.List;

import dev.migrate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is about to be written.
 *
 * @param header identity, place in the graph, message
 * @param variants what it runs: one for all databases, or one for each of several
 * @param mapping which entity attribute each object is made for; empty for a revision
 * written by hand
 */
public record RevisionDraft(Header header, List<Variant> variants, List<MappingLine> mapping) {

	public RevisionDraft {
		variants = List.copyOf(variants);
		mapping = List.copyOf(mapping);
	}

	/**
	 * Draft a revision whose text is for all databases.
	 * @param header identity, place in the graph, message
	 * @param upgrade what an upgrade runs
	 * @param downgrade what a downgrade runs
	 * @param mapping which entity attribute each object is made for
	 */
	public RevisionDraft(Header header, Body upgrade, Body downgrade, List<MappingLine> mapping) {
		this(header, List.of(new Variant(null, upgrade, downgrade)), mapping);
	}

	/**
	 * Draft a revision that a person fills in.
	 * @param header identity, place in the graph, message
	 * @return a draft with two empty sections
	 */
	public static RevisionDraft empty(Header header) {
		Body nothing = new Body(List.of(), true, null);
		return new RevisionDraft(header, nothing, nothing, List.of());
	}

	/**
	 * Return what an upgrade runs.
	 * @return of the first variant
	 */
	public Body upgrade() {
		return this.variants.get(0).upgrade();
	}

	/**
	 * Return what a downgrade runs.
	 * @return of the first variant
	 */
	public Body downgrade() {
		return this.variants.get(0).downgrade();
	}

	/**
	 * What one database runs.
	 *
	 * @param dialect of the database, or null if all run it
	 * @param upgrade what an upgrade runs
	 * @param downgrade what a downgrade runs
	 */
	public record Variant(@Nullable Dialect dialect, Body upgrade, Body downgrade) {
	}

	/**
	 * The text of a section.
	 *
	 * @param statements in order, without their semicolons
	 * @param transactional whether it runs inside a transaction
	 * @param irreversible why it can't be run, or null if it can; downgrades only
	 */
	public record Body(List<String> statements, boolean transactional, @Nullable String irreversible) {

		public Body {
			statements = List.copyOf(statements);
		}

	}

}
