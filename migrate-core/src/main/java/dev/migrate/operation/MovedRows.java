package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.QualifiedName;

/**
 * The rows of a table that live on in the rows of another, which tells by a text in one
 * of its columns which those are: a subclass whose table became part of its parent's.
 *
 * @param table the other table
 * @param own columns of the table that goes
 * @param theirs the columns of the other table with the same values, in the same order
 * @param kind the column of the other table that tells
 * @param kinds the texts that such rows have in it
 */
public record MovedRows(QualifiedName table, List<String> own, List<String> theirs, String kind, List<String> kinds) {

	public MovedRows {
		own = List.copyOf(own);
		theirs = List.copyOf(theirs);
		kinds = List.copyOf(kinds);
	}

}
