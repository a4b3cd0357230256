package dev.migrate.script;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * A revision that is about to be written as a class.
 *
 * @param revision what it is, and the SQL that was proven
 * @param upgrade the operations of that SQL, in order
 * @param downgrade those of its downgrade; empty if there is no way back
 */
public record JavaDraft(RevisionDraft revision, List<Operation> upgrade, List<Operation> downgrade) {

	public JavaDraft {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Draft a revision that a person fills in.
	 * @param header identity, place in the graph, message
	 * @return a draft with two empty methods
	 */
	public static JavaDraft empty(Header header) {
		return new JavaDraft(RevisionDraft.empty(header), List.of(), List.of());
	}

}
