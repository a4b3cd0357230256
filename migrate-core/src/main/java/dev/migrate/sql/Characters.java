package dev.migrate.sql;

import dev.migrate.sql.LexicalRules.Feature;

/**
 * What a single character is to a database. Half of a surrogate pair counts as a letter.
 */
final class Characters {

	/** Nearly all of SQL is ASCII, and there one look at a table tells. */
	private static final boolean[] ASCII_WORD = new boolean[0x80];

	static {
		for (char c = 0; c < ASCII_WORD.length; c++) {
			ASCII_WORD[c] = isLetter(c) || (c >= '0' && c <= '9') || c == '$';
		}
	}

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
			return isLetter(c);
		}
		// To PostgreSQL everything beyond ASCII is a letter, a no-break space as well.
		return !this.unicodeBlanks || Character.isSurrogate(c) || Character.isJavaIdentifierStart(c);
	}

	boolean isWordPart(char c) {
		if (c < 0x80) {
			return ASCII_WORD[c];
		}
		return !this.unicodeBlanks || Character.isSurrogate(c) || Character.isJavaIdentifierPart(c);
	}

	/** The offset behind the word that goes on at an offset. */
	int wordEnd(String text, int from) {
		int length = text.length();
		int i = from;
		while (i < length) {
			char c = text.charAt(i);
			if ((c < 0x80) ? !ASCII_WORD[c] : !isWordPart(c)) {
				return i;
			}
			i++;
		}
		return length;
	}

	/** Whether it begins a word in every database. */
	static boolean isLetter(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
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
