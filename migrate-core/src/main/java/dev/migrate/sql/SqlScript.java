package dev.migrate.sql;

import java.util.List;

import dev.migrate.error.SourceLocation;

/**
 * A text cut into statements and what lies between them. The pieces cover the part that
 * was read, in order and without a hole.
 *
 * @param source the whole text that was read from
 * @param pieces the pieces, by offset
 * @param statements the statements, in the same order
 * @param start offset of the first character read
 * @param end offset behind the last character read: the end of the text, or the line
 * comment that ended it
 * @param endLocation the place of {@code end}
 */
public record SqlScript(String source, List<Piece> pieces, List<SqlStatement> statements, int start, int end,
		SourceLocation endLocation) {

	public SqlScript {
		pieces = List.copyOf(pieces);
		statements = List.copyOf(statements);
	}

	/**
	 * Return the exact text of a piece.
	 * @param piece one of the pieces
	 * @return the text, never empty
	 */
	public String text(Piece piece) {
		return this.source.substring(piece.start(), piece.end());
	}

	/** What a piece is. */
	public enum Kind {

		/** Blanks, comments, semicolons, and the end marker of COPY data. */
		GAP,

		/** A statement. */
		STATEMENT,

		/** The rows of the COPY statement before it. */
		COPY_DATA

	}

	/**
	 * A part of the text.
	 *
	 * @param kind what it is
	 * @param start offset of its first character
	 * @param end offset behind its last character
	 */
	public record Piece(Kind kind, int start, int end) {
	}

}
