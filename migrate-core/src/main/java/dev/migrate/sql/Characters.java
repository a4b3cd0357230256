package dev.migrate.sql;

import dev.migrate.sql.LexicalRules.Feature;

/**
 * What a single character is to a database. Half of a surrogate pair counts as a letter.
 */
final class Characters {

	private final boolean unicodeBlanks;

	private final boolean backtickQuotes;

	Characters(LexicalRules rules) {
		this.unicodeBlanks = rules.has(Feature.UNICODE_BLANKS);
		this.backtickQuotes = rules.has(Feature.BACKTICK_IDENTIFIERS);
	}

	boolean isBlank(char c) {
		if (this.unicodeBlanks) {
			return c <= ' ' || (c >= 0x80 && Character.isSpaceChar(c));
		}
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	boolean isWordStart(char c) {
		if (c < 0x80) {
			return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
		}
		// To PostgreSQL everything beyond ASCII is a letter, a no-break space as well.
		return !this.unicodeBlanks || Character.isSurrogate(c) || Character.isJavaIdentifierStart(c);
	}

	boolean isWordPart(char c) {
		if (c < 0x80) {
			return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
		}
		return !this.unicodeBlanks || Character.isSurrogate(c) || Character.isJavaIdentifierPart(c);
	}

	boolean isOperator(char c) {
		return "+-*/<>=~!@#%^&|?".indexOf(c) >= 0 || (c == '`' && !this.backtickQuotes);
	}

	static boolean allowsTrailingSign(char c) {
		return "~!@#%^&|`?".indexOf(c) >= 0;
	}

	/** The operators of two characters where users can't define their own. */
	static boolean isFixedPair(char first, char second) {
		return switch (first) {
			case '!' -> second == '=' || second == '~';
			case '<' -> second == '=' || second == '>';
			case '>' -> second == '=';
			case '&' -> second == '&';
			case '|' -> second == '|';
			default -> false;
		};
	}

}
