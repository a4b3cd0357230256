package dev.migrate.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A revision that is about to be written.
 *
 * @param header identity, place in the graph, message
 * @param upgrade what an upgrade runs
 * @param downgrade what a downgrade runs
 * @param mapping which entity attribute each object is made for; empty for a revision
 * written by hand
 */
public record RevisionDraft(Header header, Body upgrade, Body downgrade, List<MappingLine> mapping) {

	public RevisionDraft {
		mapping = List.copyOf(mapping);
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
