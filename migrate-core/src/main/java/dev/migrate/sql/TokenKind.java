package dev.migrate.sql;

/**
 * The kinds of token. The first three separate the others and mean nothing themselves.
 */
public enum TokenKind {

	/** Spaces, line ends, and a byte order mark at the beginning of a text. */
	BLANK,

	/** A comment up to the end of its line, without the line end. */
	LINE_COMMENT,

	/** A comment between slash-star and star-slash. */
	BLOCK_COMMENT,

	/** A block comment that is meant for the planner: it begins with a plus sign. */
	HINT,

	/** A keyword or an identifier without quotes. */
	WORD,

	/** An identifier in quotes, which are part of the token. */
	QUOTED_IDENTIFIER,

	/** A literal in single quotes, with its prefix. */
	STRING,

	/** A dollar-quoted literal, with both delimiters. */
	DOLLAR_STRING,

	/** A number, with whatever letters are glued to it. */
	NUMBER,

	/** A numbered parameter. */
	PARAMETER,

	/** An operator or a mark of punctuation. */
	SYMBOL,

	/** A semicolon. */
	SEMICOLON,

	/** A backslash outside quotes. */
	BACKSLASH;

	boolean separates() {
		return this == BLANK || this == LINE_COMMENT || this == BLOCK_COMMENT;
	}

}
